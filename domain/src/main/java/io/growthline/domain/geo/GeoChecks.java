package io.growthline.domain.geo;

/**
 * What speaks for a reading and against it.
 *
 * @param placeboP share of regions that stand out as much as the treated ones
 * @param errorRatio error before the treatment over the median error of placebos, each as a share
 *     of its mean
 * @param preTrendP probability of a drift as steep before the treatment by chance
 * @param earlier effect of a treatment that never was, just before the real one
 * @param earlierP its probability
 * @param spillover effect on the neighbours; not a number without any
 * @param spilloverP its probability; not a number without neighbours
 */
record GeoChecks(
    double placeboP,
    double errorRatio,
    double preTrendP,
    double earlier,
    double earlierP,
    double spillover,
    double spilloverP) {}
