package io.growthline.domain.customer;

import io.growthline.domain.contract.Micros;
import io.growthline.domain.event.CustomerProfile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The versions of one customer (slowly changing dimension, type 2): a new one for each profile that
 * changed something. Of profiles with the same business time the one that became known last counts.
 */
public final class CustomerVersions {
  private final List<DimCustomer> versions;

  private CustomerVersions(List<DimCustomer> versions) {
    this.versions = versions;
  }

  /** The versions that a timeline holds. */
  public static CustomerVersions of(CustomerTimeline timeline) {
    List<CustomerProfile> starts = new ArrayList<>();
    for (CustomerProfile profile : timeline.events(CustomerProfile.class)) {
      int last = starts.size() - 1;
      if (last >= 0 && starts.get(last).occurredAt().equals(profile.occurredAt())) {
        starts.remove(last);
        last--;
      }
      if (last < 0 || !sameContent(starts.get(last), profile)) {
        starts.add(profile);
      }
    }
    List<DimCustomer> versions = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      Instant end = i + 1 < starts.size() ? starts.get(i + 1).occurredAt() : null;
      versions.add(version(starts.get(i), starts.get(i).occurredAt(), end));
    }
    return new CustomerVersions(List.copyOf(versions));
  }

  /** All versions, oldest first. */
  public List<DimCustomer> all() {
    return versions;
  }

  /** The version that was valid at an instant; empty before the first. */
  public Optional<DimCustomer> at(Instant instant) {
    for (int i = versions.size() - 1; i >= 0; i--) {
      if (!versions.get(i).validFrom().isAfter(instant)) {
        return Optional.of(versions.get(i));
      }
    }
    return Optional.empty();
  }

  /** The version that was valid just before a day began, UTC; empty before the first. */
  public Optional<DimCustomer> before(LocalDate day) {
    long end = Micros.of(day);
    for (int i = versions.size() - 1; i >= 0; i--) {
      if (Micros.of(versions.get(i).validFrom()) < end) {
        return Optional.of(versions.get(i));
      }
    }
    return Optional.empty();
  }

  /** The current version. */
  public Optional<DimCustomer> current() {
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
  }

  private static boolean sameContent(CustomerProfile a, CustomerProfile b) {
    return version(a, Instant.EPOCH, null).equals(version(b, Instant.EPOCH, null));
  }

  private static DimCustomer version(CustomerProfile p, Instant validFrom, Instant validTo) {
    return new DimCustomer(
        p.customerId(),
        validFrom,
        validTo,
        validTo == null,
        p.fullName(),
        p.email(),
        p.birthYear(),
        p.region(),
        p.city(),
        p.incomeSegment(),
        p.employmentStatus(),
        p.signupChannel(),
        p.deviceOs(),
        p.cardType(),
        p.creditLimitMinor(),
        p.accountOpenedOn(),
        p.pushOptIn(),
        p.vulnerableCustomer(),
        p.businessAccount(),
        p.digitalConfidence(),
        p.accessibilityNeed(),
        p.newToCountry());
  }
}
