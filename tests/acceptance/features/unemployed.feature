Feature: Step 6, first dash: the register of employed persons
  SEED 23.6; Law on Employment, Article 4.

  Scenario: Nothing found: the case goes on with suitable work
    Given somebody who is a jobseeker
    And the person has applied for registration as unemployed
    When the agent checks the register of employed persons
    Then the application is at suitable work
    And the central system holds the same

  Scenario: The register is silent; the central system asks until it answers
    Given somebody who is a jobseeker
    And the register of employed persons does not answer
    And the person has applied for registration as unemployed
    When the agent checks the register of employed persons
    Then the application is waiting for the register
    When the register of employed persons answers again
    Then the application is at suitable work

  Scenario: Registered online: the status is read from MAS
    Given somebody who is a jobseeker
    When the person applies in e-sosial for registration as unemployed
    And the agent opens the application again
    And the agent checks the register of employed persons
    Then the application is at suitable work
    And the person is a jobseeker
    And the central system holds the same

  Scenario: Who is not a jobseeker cannot apply for registration as unemployed
    Given somebody who is not registered
    When the person comes to the desk
    And the agent identifies the person by number
    Then the person cannot apply for registration as unemployed: “application.not_jobseeker”

  Scenario: The person takes the application back
    Given somebody who is a jobseeker
    And the person has applied for registration as unemployed
    When the agent checks the register of employed persons
    And the person takes the application back
    Then the application is withdrawn
    And the person is a jobseeker
    And the central system holds the same
