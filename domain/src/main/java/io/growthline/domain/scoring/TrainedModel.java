package io.growthline.domain.scoring;

import java.util.List;

/**
 * A model as it is kept in the registry.
 *
 * @param metadata what must be known
 * @param trees XGBoost model in UBJSON
 * @param reference distributions of the training population, and of its scores
 * @param calibration reliability on the hold-out
 */
public record TrainedModel(
    ModelMetadata metadata,
    byte[] trees,
    List<Distribution> reference,
    List<CalibrationBin> calibration) {}
