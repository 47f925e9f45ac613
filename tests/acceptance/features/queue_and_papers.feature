Feature: Steps 1 to 3: the ticket, the desk, and papers where MEİS cannot say who the person is
  SEED 6, 10, 21-23.3.

  Scenario: The ticket leads to the desk, and papers are not needed
    Given somebody who is not registered
    When the person takes a ticket for registration as a jobseeker and is called to the desk
    And the agent identifies the person by the card
    And the person applies for registration as a jobseeker
    Then the application is in progress
    And the person is not registered
    And the central system holds the same

  Scenario: The registers are silent, so the person shows the identity card
    Given somebody who is a jobseeker
    And MEİS does not answer
    When the person comes to the desk
    And the agent identifies the person by number
    And the agent records the person from the document the person shows
    And the person applies for registration as unemployed
    And the agent checks the register of employed persons
    Then the application is at suitable work
    And the central system holds the same

  Scenario: A foreigner is known by the number of the migration service
    Given a foreigner who is a jobseeker
    When the person comes to the desk as a foreigner
    And the agent identifies the person by number
    And the person applies for registration as unemployed
    And the agent checks the register of employed persons
    Then the application is at suitable work

  Scenario: A representative applies with a power of attorney that holds
    Given somebody who is a jobseeker
    And somebody speaks for the person by a power of attorney
    When the person comes to the desk
    And the agent identifies the person by number
    And the representative is shown with the power of attorney
    And the person applies for registration as unemployed
    And the agent checks the register of employed persons
    Then the application is at suitable work
    And the central system holds the same

  Scenario Outline: A power of attorney that does not hold stops the case and is answered in writing
    Given somebody who is a jobseeker
    And somebody speaks for the person by a power of attorney that <is no more>
    When the person comes to the desk
    And the agent identifies the person by number
    And the representative is shown with the power of attorney
    And the agent prepares the refusal
    Then the ground is “<ground>”
    When the agent signs the written answer
    Then the application is refused
    And the central system holds the same

    Examples:
      | is no more  | ground      |
      | was revoked | poa.revoked |
      | has run out | poa.expired |

  Scenario: A typing error in names taken from papers is corrected, never overwritten
    Given somebody who is a jobseeker
    And MEİS does not answer
    When the person comes to the desk
    And the agent identifies the person by number
    And the agent records the person from the document the person shows
    And the person applies for registration as unemployed
    And the agent corrects the surname to “Düzəlişli”
    Then the surname before is still in the file
    And the central system holds the same
