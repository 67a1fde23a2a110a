package io.growthline.domain.value;

/**
 * What was earned on a customer, and is expected to be; whole minor units, null where not known.
 *
 * @param historicMinor of months since signup that have ended
 * @param historicReason why it is absent
 * @param expectedMinor of the next 52 weeks
 * @param lowerMinor lower end of its interval
 * @param upperMinor upper end of its interval
 * @param expectedReason why it is absent
 * @param simpleMinor revenue a month, times lifetime, times margin share
 */
record Margin(
    Long historicMinor,
    String historicReason,
    Long expectedMinor,
    Long lowerMinor,
    Long upperMinor,
    String expectedReason,
    Long simpleMinor) {}
