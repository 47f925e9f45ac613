Feature: What is taken back, typed wrong, pressed twice or changed by somebody else: the file stays whole
  Issue: the bad input of the lifecycle. Each has its own clear outcome.

  Scenario: The person takes the application back while work is looked for
    Given somebody who is a jobseeker
    And the person has applied for registration as unemployed
    When the agent looks for suitable work
    And the person takes the application back
    Then the application is withdrawn
    And the person is a jobseeker
    And the central system holds the same

  Scenario: Taken back by mistake: the head opens it again
    Given somebody who is a jobseeker
    And the person has applied for registration as unemployed
    And the agent looks for suitable work
    And the person takes the application back
    When the head opens the application again: “Şəxs səhvən geri götürülmüşdür.”
    Then the application is in progress

  Scenario: Two agents on one file: who comes second hears what happened meanwhile
    Given somebody who is a jobseeker
    And a vacancy that fits the person by all five tests
    And the person has applied for registration as unemployed
    And the agent looks for suitable work
    When the connection to the central system is lost
    And the connection comes back
    And the person takes the application back at another desk
    Then the application is withdrawn
    And the central system holds the same

  Scenario: The form is sent once, however often the button is pressed
    Given somebody who is a jobseeker
    And the person has applied for cancellation
    When the agent fills the form with the ground “cancel.own_request” for 0 days
    And the agent presses Ctrl+Enter twice, quickly
    Then the application is completed
    And the form was sent once
    And the person has one application

  Scenario: A second application of the same kind leads to the open one
    Given somebody who is a jobseeker
    And the person has applied for registration as unemployed
    When the person comes to the desk
    And the agent identifies the person by number
    Then the problem “application.already_open” is said
    And the person has one application

  Scenario: Nobody serves their own case
    Given the agent is the one who applies
    When the person comes to the desk
    And the agent identifies the person by number
    And the agent presses Ctrl+Enter
    Then the problem “act.own_case” is said

  Scenario: News behind a locked desk leave the password where it is typed
    Given somebody who is not registered
    And nobody confirms forms in e-sosial
    And the person has applied for registration as a jobseeker
    When the agent fills the form of a jobseeker and sends it to MAS
    And the central system has confirmed the form while the desk was locked
    Then the person is a jobseeker

  Scenario: The program is closed in the middle; what was typed is still there
    Given somebody who is not registered
    And the person has applied for registration as a jobseeker
    And the agent fills the form of a jobseeker with the mobile number “+994 55 765 43 21”
    When the program is closed and opened again
    And the agent opens the application again
    And the agent sends the form to MAS
    Then the application is completed

  Scenario: Own initiative of the office is built and switched off
    Then the head cannot end a registration on the office's own initiative
