Feature: What the person takes home: the sheet, the confirmation, the referral
  SEED 8; facts 1.3, 2.12; letters 4-8.

  Scenario: The individual employment sheet, shown and printed at any time
    Given somebody who is a jobseeker
    And the person has applied for registration as unemployed
    And the agent looks for suitable work
    When the agent opens the person's individual employment sheet
    And the agent prints the extract of the sheet
    Then the paper names the person
    And the paper says “FƏRDİ MƏŞĞULLUQ VƏRƏQİ”

  Scenario: The confirmation of a jobseeker
    Given somebody who is not registered
    And the person has applied for registration as a jobseeker
    And the agent fills the form of a jobseeker and sends it to MAS
    And the application is completed
    When the agent prints what the page offers
    Then the paper names the person

  Scenario: A removal whose term ends soon is in the desk's reminders
    Given somebody who is temporarily removed
    And the removal was for “removal.own_request” and ends in 3 days
    And the person has applied for resumption
    And the person takes the application back
    When the agent goes to the queue
    Then the page says “To think of”
