package io.growthline.domain.decision;

import static io.growthline.domain.decision.Decisions.contact;
import static io.growthline.domain.decision.Decisions.customer;
import static io.growthline.domain.decision.Decisions.logged;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import org.junit.jupiter.api.Test;

class EligibilityTest {
  private static final long CALL = 1;
  private static final long GIFT = 2;

  @Test
  void actionsThatFitAndPayAreEligible() {
    Considered both =
        consider(customer("c", 0.5, 5_000L, "open_complaints", 1, "campaigns_allowed", true));

    assertThat(both.eligible(), is(CALL | GIFT));
    assertThat(both.reason(), is(nullValue()));
  }

  @Test
  void vulnerableCustomersGetHelpAndNeverAnIncentive() {
    Considered helped =
        consider(
            customer(
                "c",
                0.5,
                5_000L,
                "vulnerable_customer",
                true,
                "open_complaints",
                1,
                "campaigns_allowed",
                true));
    Considered unhelped =
        consider(
            customer("c", 0.5, 5_000L, "vulnerable_customer", true, "campaigns_allowed", true));

    assertThat(helped.eligible(), is(CALL));
    rejects(unhelped, RejectionReason.PROTECTED, null);
  }

  @Test
  void theFirstReasonIsGiven() {
    rejects(
        consider(
            customer("c", 0.5, null, "subscription_status", "cancelled", "open_complaints", 1)),
        RejectionReason.EXCLUDED,
        "left");
    rejects(consider(customer("c", 0.5, 5_000L)), RejectionReason.NO_ACTION, null);
    rejects(
        consider(customer("c", 0.01, null, "open_complaints", 1)), RejectionReason.NO_VALUE, null);
    rejects(
        consider(customer("c", 0.04, 5_000L, "open_complaints", 1)),
        RejectionReason.OUTSIDE_PROBABILITY_RANGE,
        null);
    rejects(
        consider(customer("c", 0.09, 5_000L, "campaigns_allowed", true)),
        RejectionReason.OUTSIDE_PROBABILITY_RANGE,
        null);
    // 0.1·0.5·2,000 = 100 is what the call costs.
    rejects(
        consider(customer("c", 0.1, 2_000L, "open_complaints", 1)),
        RejectionReason.NO_POSITIVE_VALUE,
        null);
  }

  @Test
  void anActionRestsForItsCoolDownAndNoLonger() {
    rejects(consider(complaining(contact("c", "call", 30))), RejectionReason.COOL_DOWN, null);
    assertThat(consider(complaining(contact("c", "call", 31))).eligible(), is(CALL));
    assertThat(consider(complaining(contact("c", "gift", 1))).eligible(), is(CALL));
  }

  @Test
  void contactsOfAllActionsAreCapped() {
    rejects(
        consider(complaining(contact("c", "gift", 60), contact("c", "gift", 1))),
        RejectionReason.CONTACT_CAP,
        null);
    assertThat(
        consider(complaining(contact("c", "gift", 61), contact("c", "gift", 1))).eligible(),
        is(CALL));
  }

  @Test
  void holdOutAndWhatIsKnownOnlyLaterAreNoContacts() {
    assertThat(consider(complaining(logged("c", "call", 1, "holdout"))).eligible(), is(CALL));
    assertThat(consider(complaining(contact("c", "call", 0))).eligible(), is(CALL));
    assertThat(consider(complaining(contact("c", "call", -5))).eligible(), is(CALL));
  }

  @Test
  void theHoldOutIsAboutItsShareAndTheSameInEveryRun() {
    Policy policy =
        DecisionRules.parse(
                Decisions.files()
                    .withPolicy(
                        "policy.yaml",
                        Decisions.POLICY.replace("holdout_share: 0", "holdout_share: 0.2")))
            .policy();
    int held = 0;
    for (int i = 0; i < 10_000; i++) {
      held += Arm.of(policy, "C" + i) == Arm.HOLDOUT ? 1 : 0;
    }

    // Four standard deviations: 4·sqrt(10,000·0.2·0.8) = 160.
    assertThat(Math.abs(held - 2_000), lessThan(160));
    assertThat(Arm.of(policy, "C1"), is(Arm.of(policy, "C1")));
  }

  private static DecisionInput complaining(ActionLog... log) {
    return customer("c", 0.5, 5_000L, List.of(log), "open_complaints", 1);
  }

  private static Considered consider(DecisionInput customer) {
    return Decisions.eligibility().consider(customer);
  }

  private static void rejects(Considered customer, RejectionReason reason, String detail) {
    assertThat(customer.reason(), is(reason));
    assertThat(customer.detail(), is(detail));
    assertThat(customer.eligible(), is(0L));
  }
}
