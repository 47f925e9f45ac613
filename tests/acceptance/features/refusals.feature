Feature: Step 6, second dash: the reasoned written answer where the register holds the person as employed
  SEED 9, 23.6; Law on Employment, Article 4. Each sub-article has its own ground and its own facts in the letter.

  Scenario: Found under a labour contract: answered in writing, signed, handed over
    Given somebody who is a jobseeker
    And the register of employed persons holds the person by article 4.1.1
    When the person takes a ticket for registration as unemployed and is called to the desk
    And the agent identifies the person by the card
    And the person applies for registration as unemployed
    And the agent checks the register of employed persons
    Then the application is found employed
    When the agent prepares the refusal
    Then the ground is “employed.4_1_1”
    When the agent signs the written answer
    Then the written answer says “4.1.1”
    When the person takes the written answer and signs for it
    Then the application is refused
    And the person is a jobseeker
    And the central system holds the same

  Scenario Outline: Every sub-article of Article 4 has its ground
    Given somebody who is a jobseeker
    And the register of employed persons holds the person by article <article>
    And the person has applied for registration as unemployed
    When the agent checks the register of employed persons
    And the agent prepares the refusal
    Then the ground is “<ground>”
    When the agent signs the written answer
    Then the written answer says “<article>”
    And the application is refused
    And the central system holds the same

    Examples:
      | article | ground         |
      | 4.1.2   | employed.4_1_2 |

    @long
    Examples: the others
      | article | ground         |
      | 4.1.4   | employed.4_1_4 |
      | 4.1.5   | employed.4_1_5 |
      | 4.1.6   | employed.4_1_6 |
      | 4.1.8   | employed.4_1_8 |
