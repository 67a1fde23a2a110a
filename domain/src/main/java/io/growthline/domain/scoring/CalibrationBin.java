package io.growthline.domain.scoring;

import java.io.Serializable;

/**
 * One bin of the reliability diagram.
 *
 * @param bin number from 1, by rising prediction
 * @param rows rows in the bin
 * @param meanPredicted mean predicted probability
 * @param observedRate share of rows with the outcome
 */
public record CalibrationBin(int bin, long rows, double meanPredicted, double observedRate)
    implements Serializable {}
