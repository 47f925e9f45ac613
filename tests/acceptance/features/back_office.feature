Feature: Step 6, fourth dash: no suitable work, and the back office
  SEED 11, 16-17, 23.6; D2, D14.

  Background:
    Given somebody who is a jobseeker
    And the person has applied for registration as unemployed
    And the agent looks for suitable work
    And the agent places “no suitable work”

  Scenario: Placed in MAS, sent, confirmed: the person is unemployed
    Then the application is placed as no suitable work
    When the agent sends the draft decision to the back office
    Then the application is at the back office
    When the officer confirms the decision
    Then the application is completed
    And the person is unemployed
    And the draft is no longer in the list
    When the agent opens the application again
    Then the person is told of “unemployed.registered” by e-cabinet and by mobile message
    And the central system holds the same

  Scenario: Returned with a reason, mended, sent again, confirmed
    When the agent sends the draft decision to the back office
    And the officer returns the draft: “Reyestrdə yenidən yoxlayın.”
    Then the application is returned by the back office
    When the agent opens the application again
    Then the page says in Azerbaijani “Reyestrdə yenidən yoxlayın.”
    When the agent asks the register again
    And the agent sends the draft decision to the back office
    And the officer confirms the decision
    Then the person is unemployed
    And the central system holds the same

  Scenario: Overdue after five working days, and still to be decided
    When the agent sends the draft decision to the back office
    And 6 working days go by
    Then the draft is overdue
    When the officer confirms the decision
    Then the person is unemployed

  Scenario: Taken back while the officer looks at it: the decision does not count
    When the agent sends the draft decision to the back office
    And the officer chooses the draft
    And the person takes the application back at another desk
    And the officer confirms what is chosen
    Then the application is withdrawn
    And the person is a jobseeker
    And the draft is no longer in the list

  Scenario: A register answer that is too old is asked for again before the draft is sent
    When 2 working days go by
    And the agent opens the application again
    Then the draft cannot be sent to the back office: “register.answer_old”
    When the agent asks the register again
    And the agent sends the draft decision to the back office
    Then the application is at the back office

  Scenario: MAS does not take “no suitable work”: it is said, and placed when MAS is back
    When the person takes the application back
    And MAS for “no suitable work” does not answer
    And the person has applied for registration as unemployed
    And the agent looks for suitable work
    And the agent places “no suitable work”
    Then the application is at suitable work
    When MAS for “no suitable work” answers again
    And the agent places “no suitable work”
    Then the application is placed as no suitable work

  Scenario: Two drafts are confirmed at once, after one question
    When the agent sends the draft decision to the back office
    And the draft decision of another person is at the back office too
    And the officer confirms both decisions at once
    Then the person is unemployed
    And the other person is unemployed
