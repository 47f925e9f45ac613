Feature: The reasoned written answer: first the ground of the passport, then the one of the catalogue
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
      | article                 | ground                      |
      | 4.1.2                   | employed.4_1_2              |

    @long
    Examples: the others
      | article                 | ground                      |
      | 4.1.4                   | employed.4_1_4              |
      | 4.1.5                   | employed.4_1_5              |
      | 4.1.6                   | employed.4_1_6              |
      | 4.1.8                   | employed.4_1_8              |

  Scenario Outline: Sub-article 4.1.3 has three cases
    Given somebody who is a jobseeker
    And the register of employed persons holds the person by article 4.1.3 as <case>
    And the person has applied for registration as unemployed
    When the agent checks the register of employed persons
    And the agent prepares the refusal
    Then the ground is “employed.4_1_3.<case>”
    When the agent signs the written answer
    Then the application is refused
    And the central system holds the same

    @long
    Examples:
      | case         |
      | entrepreneur |
      | farm_member  |

  Scenario: Who owns a land share is told what is still open to them
    Given somebody who is a jobseeker
    And the register of employed persons holds the person by article 4.1.3 as land_share
    And the person has applied for registration as unemployed
    When the agent checks the register of employed persons
    And the agent prepares the refusal
    And the agent signs the written answer
    Then the written answer says “İşaxtarana göstərilən xidmətlər isə Sizin üçün açıqdır.”
    And the written answer says “Sizin üçün aşağıdakı imkanlar qalır”
    And the application is refused

  Scenario: A foreigner who works lawfully
    Given a foreigner who is a jobseeker
    And the register of employed persons holds the person by article 4.1.7
    When the person comes to the desk as a foreigner
    And the agent identifies the person by number
    And the person applies for registration as unemployed
    And the agent checks the register of employed persons
    And the agent prepares the refusal
    Then the ground is “employed.4_1_7”
    When the agent signs the written answer
    Then the application is refused

  Scenario: Not yet 15 years old
    Given somebody of 13 years who is not registered
    And the person has applied for registration as a jobseeker
    When the agent prepares the refusal
    Then the ground is “age.under_15”
    When the agent signs the written answer
    Then the application is refused
    And the person is not registered
    And the central system holds the same

  Scenario Outline: What no register gives is typed, and the letter says from where it is known
    Given somebody who is a jobseeker
    And the person has applied for registration as unemployed
    When the agent prepares the refusal
    And the agent chooses the ground “<ground>”
    And the agent types what the person showed
    And the agent signs the written answer
    Then the written answer says “Aşağıdakı məlumat reyestrdən alınmamışdır.”
    And the written answer says “<words>”
    And the application is refused
    And the person is a jobseeker
    And the central system holds the same

    Examples:
      | ground              | words                              |
      | referral.left_early | işçinin öz təşəbbüsü ilə           |

    @long
    Examples: the others
      | ground              | words                              |
      | study.full_time     | Siz əyani formada təhsil alırsınız |
      | pension.old_age     | Sizə yaşa görə müavinət            |

  Scenario: The bar that MAS knows of gives the last day of the ban
    Given somebody who is a jobseeker
    And MAS bars the person for “referral.left_early” for 100 days
    And the person has applied for registration as unemployed
    When the agent prepares the refusal
    Then the ground is “referral.left_early”
    When the agent types what the person showed
    And the agent signs the written answer
    Then the written answer says “(mənbə:”
    And the application is refused

  Scenario: No legal basis, in the agent's own words
    Given somebody who is a jobseeker
    And the person has applied for temporary removal
    When the agent prepares the refusal
    And the agent chooses the ground “no_legal_basis”
    And the agent writes what the file shows and why that is no legal basis
    And the agent signs the written answer
    Then the application is refused
    And the person is a jobseeker
    And the central system holds the same

  Scenario: An answer that was issued without a connection is the same answer
    Given somebody who is a jobseeker
    And the register of employed persons holds the person by article 4.1.1
    And the person has applied for registration as unemployed
    When the agent checks the register of employed persons
    And the connection to the central system is lost
    And the agent prepares the refusal
    And the agent signs the written answer
    And the person takes the written answer and signs for it
    Then the application is refused
    When the connection comes back
    Then the central system holds the same

  Scenario: Refused by mistake: the head opens the application again
    Given somebody who is a jobseeker
    And the register of employed persons holds the person by article 4.1.1
    And the person has applied for registration as unemployed
    When the agent checks the register of employed persons
    And the agent prepares the refusal
    And the agent signs the written answer
    And the head opens the application again: “Əmək müqaviləsi artıq ləğv edilib, sənəd göstərilib.”
    Then the application is in progress
    When the agent opens the application again
    Then the page says in Azerbaijani “Əmək müqaviləsi artıq ləğv edilib, sənəd göstərilib.”
    When the register of employed persons holds nothing of the person any more
    And the agent asks the register again
    Then the application is at suitable work
    And the central system holds the same

  Scenario: The document that is shown has run out, and the registers are silent
    Given somebody who is a jobseeker
    And the document of the person has run out
    And MEİS does not answer
    When the person comes to the desk
    And the agent identifies the person by number
    And the agent records the person from the document the person shows
    And the agent prepares the refusal
    Then the ground is “documents.incomplete”
    When the agent signs the written answer
    Then the application is refused
    And the central system holds the same
