package io.growthline.domain.geo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a test of regions declares.
 *
 * @param treated regions under treatment, in order
 * @param neighbours regions that the treatment may reach, in order: compared with nobody, but
 *     looked at for spillover
 * @param startsOn first day of the treatment
 * @param endsOn last day of the treatment
 * @param costMinor what the treatment cost; absent when not known
 */
record GeoTest(
    String testId,
    String metric,
    List<String> treated,
    List<String> neighbours,
    LocalDate startsOn,
    LocalDate endsOn,
    Long costMinor) {

  /** What is wrong with the declaration, for people. */
  Optional<String> fault() {
    if (endsOn.isBefore(startsOn)) {
      return Optional.of(
          "The test ends on %s, before it starts on %s: correct ends_on in raw.geo_treatments."
              .formatted(endsOn, startsOn));
    }
    if (treated.isEmpty()) {
      return Optional.of(
          "No region is declared as treated: add one with role treated to raw.geo_treatments.");
    }
    return treated.stream()
        .filter(neighbours::contains)
        .findFirst()
        .map(
            region ->
                "%s is declared as treated and as a neighbour: keep one role in raw.geo_treatments."
                    .formatted(region));
  }
}
