Feature: Steps 4 and 5: registration as a jobseeker, filled with help, confirmed by the person, accepted by MAS
  SEED 23.4-5; design 3. A jobseeker is who MAS accepted, and nobody before.

  Scenario: The form is filled with help, the person confirms it, MAS accepts it
    Given somebody who is not registered
    And nobody confirms forms in e-sosial
    And the person has applied for registration as a jobseeker
    When the agent fills the form of a jobseeker and sends it to MAS
    Then the application is waiting for MAS
    And the person is not registered
    When the person confirms the form in e-sosial
    Then the application is completed
    And the person is a jobseeker
    And the person is told of “jobseeker.registered” by e-cabinet and by mobile message
    And the central system holds the same

  Scenario: MAS does not accept: its reason is at the top, what was typed is still there
    Given somebody who is not registered
    And MAS will not accept the next form for registration as a jobseeker: “Təhsil haqqında məlumat göstərilməyib.”
    And the person has applied for registration as a jobseeker
    When the agent fills the form of a jobseeker and sends it to MAS
    Then the page says in Azerbaijani “Təhsil haqqında məlumat göstərilməyib.”
    And the application is in progress
    And the person is not registered
    When the agent sends the form to MAS
    Then the application is completed
    And the person is a jobseeker

  Scenario: Without a connection the form is kept and goes to MAS by itself, later
    Given somebody who is not registered
    And the person has applied for registration as a jobseeker
    When the connection to the central system is lost
    And the agent fills the form of a jobseeker and sends it to MAS
    Then the application is waiting for MAS
    When the connection comes back
    Then the application is completed
    And the person is a jobseeker

  Scenario: MAS is away when the form comes, and takes it when it is back
    Given somebody who is not registered
    And MAS for forms does not answer
    And the person has applied for registration as a jobseeker
    When the agent fills the form of a jobseeker and sends it to MAS
    Then the application is waiting for MAS
    When MAS for forms answers again
    Then the application is completed

  Scenario: The representative confirms
    Given somebody who is not registered
    And somebody speaks for the person by a power of attorney
    When the person comes to the desk
    And the agent identifies the person by number
    And the representative is shown with the power of attorney
    And the person applies for registration as a jobseeker
    And the representative will confirm the form in e-sosial
    And the agent fills the form of a jobseeker and sends it to MAS
    Then the application is completed
    And the person is a jobseeker

  Scenario: Somebody of 16 years is registered; consent is asked for and never in the way
    Given somebody of 16 years who is not registered
    And the person has applied for registration as a jobseeker
    When the agent fills the form of a jobseeker and sends it to MAS
    Then the application is completed
    And the person is a jobseeker

  Scenario: A number that cannot be is said at its field, and nothing is sent
    Given somebody who is not registered
    And the person has applied for registration as a jobseeker
    When the agent fills the form of a jobseeker with the mobile number “12”
    Then the form cannot be sent: “mobile.shape”
    And the application is in progress

  Scenario: The person takes the application back while MAS has the form
    Given somebody who is not registered
    And nobody confirms forms in e-sosial
    And the person has applied for registration as a jobseeker
    When the agent fills the form of a jobseeker and sends it to MAS
    And the person takes the application back
    Then the application is withdrawn
    And the person is not registered
    And the central system holds the same

  Scenario: The same day: jobseeker, then unemployed, without a new intake
    Given somebody who is not registered
    And the person has applied for registration as a jobseeker
    When the agent fills the form of a jobseeker and sends it to MAS
    Then the application is completed
    When the agent goes on with registration as unemployed in the same case
    And the agent checks the register of employed persons
    Then the application is at suitable work
    And the person is a jobseeker
    And the central system holds the same
