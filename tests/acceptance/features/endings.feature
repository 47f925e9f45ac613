Feature: Step 7: temporary removal, resumption and cancellation, at the person's own wish
  SEED 23.7; facts 1.14-1.18. The agent helps with the form, the person confirms it, MAS takes it; no back office.

  Scenario Outline: Temporary removal for a term the person wishes
    Given somebody who is <status>
    And the person has applied for temporary removal
    When the agent fills the form with the ground “removal.own_request” for 60 days
    And the agent sends the form to MAS
    Then the application is completed
    And the person is temporarily removed
    And the registration is removed until 60 days from today
    And the person is told of “registration.removed” by e-cabinet and by mobile message
    And the central system holds the same

    Examples:
      | status      |
      | a jobseeker |
      | unemployed  |

  Scenario: Resumption before the term ends, at the person's wish
    Given somebody who is temporarily removed
    And the removal was for “removal.own_request” and ends in 30 days
    And the person has applied for resumption
    When the agent fills the form of resumption with the paper “Ərizə, 01.11.2026” and sends it to MAS
    Then the application is completed
    And the person is a jobseeker
    And the person is told of “registration.resumed” by e-cabinet and by mobile message

  Scenario Outline: Cancellation at the person's own wish
    Given somebody who is <status>
    And the person has applied for cancellation
    When the agent fills the form with the ground “cancel.own_request” and sends it to MAS
    Then the application is completed
    And the person is cancelled
    And the person is told of “registration.cancelled” by e-cabinet and by mobile message
    And the central system holds the same

    Examples:
      | status              |
      | a jobseeker         |
      | unemployed          |
      | temporarily removed |

  Scenario: Cancellation with the paper that shows the cause
    Given somebody who is unemployed
    And the person has applied for cancellation
    When the agent fills the form with the ground “cancel.employed” and the paper “Əmək müqaviləsi № 7, 02.11.2026”
    And the agent sends the form to MAS
    Then the application is completed
    And the person is cancelled

  Scenario: The person does not confirm, and takes the application back
    Given somebody who is a jobseeker
    And nobody confirms forms in e-sosial
    And the person has applied for cancellation
    When the agent fills the form with the ground “cancel.own_request” and sends it to MAS
    And the person takes the application back
    Then the application is withdrawn
    And the person is a jobseeker

  Scenario: A term in the past cannot be sent
    Given somebody who is a jobseeker
    And the person has applied for temporary removal
    When the agent fills the form with the ground “removal.own_request” for -3 days
    Then the form cannot be sent: “date.ends_before_start”
    And the application is in progress

  Scenario: A term that ends on a day off: the page names the working day after it
    Given somebody who is a jobseeker
    And the person has applied for temporary removal
    When the agent fills the form with the ground “removal.own_request” until the next day off
    Then the page names the first working day after the next day off
    When the agent sends the form to MAS
    Then the application is completed

  Scenario: A bar that still runs is shown with its day, and the form cannot be sent
    Given somebody who is cancelled
    And MAS bars the person for “cancel.false_data” for 12 days
    And the person has applied for registration as a jobseeker
    Then the page names the day 12 days from today
    And the form cannot be sent: “application.barred”

  Scenario: Removal, then resumption when the term is over, then cancellation: one life in order
    Given somebody who is a jobseeker
    And the person has applied for temporary removal
    When the agent fills the form with the ground “removal.own_request” for 5 days
    And the agent sends the form to MAS
    Then the person is temporarily removed
    When 6 working days go by
    And the person has applied for resumption
    And the agent fills the form of resumption with the paper “Ərizə” and sends it to MAS
    Then the person is a jobseeker
    When the person has applied for cancellation
    And the agent fills the form with the ground “cancel.own_request” and sends it to MAS
    Then the person is cancelled
    And the central system holds the same

  Scenario: Who was unemployed before the removal is unemployed again after it
    Given somebody who is temporarily removed
    And the removal was for “removal.own_request” of an unemployed person and ends in 30 days
    And the person has applied for resumption
    When the agent fills the form of resumption with the paper “Ərizə” and sends it to MAS
    Then the person is unemployed
    And the central system holds the same

  Scenario: A term that the law sets still runs: the day is said, the form cannot be sent
    Given somebody who is temporarily removed
    And the removal was for “removal.offers_jobseeker” and ends in 200 days
    And the person has applied for resumption
    Then the form cannot be sent: “resumption.term_runs”
    And the page names the day 200 days from today

  Scenario: A bar that is over stands in nobody's way
    Given somebody who is cancelled
    And MAS bars the person for “cancel.false_data” for 0 days
    And the person has applied for registration as a jobseeker
    When the agent fills the form of a jobseeker and sends it to MAS
    Then the person is a jobseeker
