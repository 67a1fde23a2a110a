package io.growthline.domain.decision;

import static io.growthline.domain.decision.ActionFile.holds;
import static io.growthline.domain.decision.ActionFile.isShare;
import static io.growthline.domain.decision.ActionFile.required;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The YAML form of a policy. Every part must be there, so that a slip of the pen lifts no limit.
 */
record PolicyFile(
    String version,
    String name,
    String mode,
    Long budgetMinor,
    Double highValueReserve,
    Map<String, Long> owners,
    String segmentColumn,
    Map<String, Share> segments,
    Cap contactCap,
    ActionFile.Range probability,
    Double probabilityUncertainty,
    Double holdoutShare,
    List<Exclusion> exclude) {

  PolicyFile {
    required("version", version);
    required("name", name);
    required("mode", mode);
    required("budget_minor", budgetMinor);
    required("high_value_reserve", highValueReserve);
    required("owners", owners);
    required("segment_column", segmentColumn);
    required("segments", segments);
    required("contact_cap", contactCap);
    required("probability", probability);
    required("probability_uncertainty", probabilityUncertainty);
    required("holdout_share", holdoutShare);
    required("exclude", exclude);
  }

  record Share(Double minShare, Double maxShare) {}

  record Cap(Integer contacts, Integer days) {}

  record Exclusion(String name, String when, String message) {
    Exclusion {
      required("exclude: name", name);
      required("exclude, rule " + name + ": when", when);
      required("exclude, rule " + name + ": message", message);
    }
  }

  Policy policy() {
    holds(name.matches("[a-z][a-z0-9_-]{0,39}"), "name must be lower case, as in retention");
    holds(budgetMinor >= 0, "budget_minor must be 0 or more");
    holds(isShare(highValueReserve), "high_value_reserve must be from 0 to 1");
    holds(probabilityUncertainty >= 0, "probability_uncertainty must be 0 or more");
    holds(holdoutShare >= 0 && holdoutShare < 1, "holdout_share must be from 0 to below 1");
    required("contact_cap: contacts", contactCap.contacts());
    required("contact_cap: days", contactCap.days());
    holds(
        contactCap.contacts() >= 1 && contactCap.days() >= 1,
        "contact_cap must have contacts and days of 1 or more");
    owners.forEach(
        (owner, contacts) ->
            holds(contacts != null && contacts >= 0, "owners: " + owner + " must be 0 or more"));
    return new Policy(
        name,
        version,
        parsedMode(),
        budgetMinor,
        highValueReserve,
        new TreeMap<>(owners),
        segmentColumn,
        shares(),
        new Policy.ContactCap(contactCap.contacts(), contactCap.days()),
        probability.range(""),
        probabilityUncertainty,
        holdoutShare,
        exclude.stream()
            .map(rule -> new Policy.Exclusion(rule.name(), rule.when(), rule.message()))
            .toList());
  }

  private Policy.Mode parsedMode() {
    for (Policy.Mode each : Policy.Mode.values()) {
      if (each.text().equals(mode)) {
        return each;
      }
    }
    throw new IllegalArgumentException("mode must be budgeted or unconstrained");
  }

  private Map<String, Policy.Share> shares() {
    Map<String, Policy.Share> shares = new TreeMap<>();
    segments.forEach(
        (segment, share) -> {
          String rule = "segments: " + segment + ": ";
          required(rule + "min_share", share.minShare());
          required(rule + "max_share", share.maxShare());
          holds(
              isShare(share.minShare())
                  && isShare(share.maxShare())
                  && share.minShare() <= share.maxShare(),
              rule + "shares must have 0 <= min_share <= max_share <= 1");
          shares.put(segment, new Policy.Share(share.minShare(), share.maxShare()));
        });
    holds(
        shares.values().stream().mapToDouble(Policy.Share::minShare).sum() <= 1,
        "segments: the min_share of all must not be above 1 together");
    return shares;
  }
}
