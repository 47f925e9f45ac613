Feature: Step 6, third to fifth dash: suitable work, offered, answered, referred
  SEED 23.6; Law on Employment, Article 6; facts 1.6, 1.19-20, 2.5-2.8; D3, D4.

  Background:
    Given somebody who is a jobseeker

  Scenario: An offer that fits by all five tests, accepted and referred; the employer hires the person
    Given a vacancy that fits the person by all five tests
    And the person has applied for registration as unemployed
    When the agent looks for suitable work
    Then the vacancy is found as one that fits
    When the agent offers the vacancy
    And the person accepts the offer
    And the agent issues the referral
    Then the application is waiting for the employer
    When the employer answers that the person is hired
    Then the application is completed
    And the person is a jobseeker
    And the central system holds the same

  Scenario: The employer says on the telephone that it will not be; another work is looked for
    Given a vacancy that fits the person by all five tests
    And the person has applied for registration as unemployed
    When the agent offers the vacancy
    And the person accepts the offer
    And the agent issues the referral
    And the agent records that the employer did not hire the person
    Then the application is at suitable work
    And the vacancy cannot be offered: “offer.already_made”
    And the central system holds the same

  Scenario: The employer is silent: a no only after five working days, then by itself
    Given a vacancy that fits the person by all five tests
    And the person has applied for registration as unemployed
    When the agent offers the vacancy
    And the person accepts the offer
    And the agent issues the referral
    And the agent tries to record the employer's silence
    Then the employer's silence cannot be recorded: “referral.term_runs”
    And the application is waiting for the employer
    When 5 working days go by
    Then the application is at suitable work
    And the central system holds the same

  Scenario: A decline with a good reason: another offer, nothing is counted
    Given a vacancy that fits the person by all five tests
    And the person has applied for registration as unemployed
    When the agent offers the vacancy
    And the person declines the offer: “Həkimin arayışına görə bu işi görə bilmirəm.”
    And the agent judges the reason as justified: “Tibbi arayış göstərilib, səbəb əsaslıdır.”
    Then the application is at suitable work
    And 0 unjustified decline is counted
    And the central system holds the same

  Scenario: A decline without good reason: the right to apply again is explained, then the refusal says so
    Given a vacancy that fits the person by all five tests
    And the person has applied for registration as unemployed
    When the agent offers the vacancy
    And the person declines the offer: “Sadəcə istəmirəm, başqa iş gözləyirəm.”
    And the agent judges the reason as not justified: “Səbəb qanunda nəzərdə tutulan əsaslardan deyil.”
    Then the application is declined without good reason
    And 1 unjustified decline is counted
    When the agent explains the right to apply again
    And the agent prepares the refusal
    Then the ground is “decline.unjustified”
    When the agent signs the written answer
    Then the written answer says “təkrar müraciət etmək hüququnuz var”
    And the written answer says “Səbəb qanunda nəzərdə tutulan əsaslardan deyil.”
    And the application is refused
    And the person is a jobseeker
    And the central system holds the same

  Scenario: A test that nobody knows is asked aloud before the offer
    Given a vacancy of which nobody knows whether public transport leads there
    And the person has applied for registration as unemployed
    When the agent widens the search to every vacancy of the trade
    Then the vacancy is found with 4 of 5 tests
    And the vacancy cannot be offered: “work.question_open”
    When the person answers the question of the vacancy with yes
    And the agent offers the vacancy
    Then the application is waiting for the person

  Scenario: Work that does not fit is shown with the reason and cannot be offered
    Given a vacancy that does not fit the person by education
    And the person has applied for registration as unemployed
    When the agent widens the search to every vacancy of the trade
    Then the vacancy cannot be offered: “offer.not_suitable”

  Scenario: A vacancy that was just filled is not offered; the list says so
    Given a vacancy that fits the person by all five tests
    And the person has applied for registration as unemployed
    When the agent looks for suitable work
    And somebody else takes the vacancy
    And the agent tries to offer the vacancy
    Then the page says “It was not offered. Choose another.”
    And the vacancy is not found any more
    And the application is at suitable work

  Scenario: While there is suitable work, nobody places “there is none”
    Given a vacancy that fits the person by all five tests
    And the person has applied for registration as unemployed
    When the agent looks for suitable work
    Then “no suitable work” cannot be placed: “work.suitable_left”

  Scenario: Who left a referred job early cannot be registered as unemployed for six months
    Given MAS bars the person for “referral.left_early” for 100 days
    And the person has applied for registration as unemployed
    When the agent looks for suitable work
    And the agent places “no suitable work”
    Then the draft cannot be sent to the back office: “application.barred”

  Scenario: The vacancy bank is silent: nothing is lost, it is asked again
    Given a vacancy that fits the person by all five tests
    And the vacancy bank does not answer
    And the person has applied for registration as unemployed
    When the agent looks for suitable work
    Then “no suitable work” cannot be placed: “work.no_search”
    When the vacancy bank answers again
    And the agent looks for suitable work again
    Then the vacancy is found as one that fits

  Scenario: A judgement without a reason in words cannot be recorded
    Given a vacancy that fits the person by all five tests
    And the person has applied for registration as unemployed
    When the agent offers the vacancy
    And the person declines the offer: “Sadəcə istəmirəm, başqa iş gözləyirəm.”
    Then the judgement cannot be recorded: “work.judgement_open”
    And the application is declined
