package io.growthline.domain.experiment;

import java.time.Instant;

/**
 * A customer in an experiment.
 *
 * @param arm name of the arm; null for a customer who was exposed to several arms or to one that is
 *     not declared, who is counted and not analysed
 * @param exposedAt first exposure
 */
public record Enrolment(String arm, Instant exposedAt) {}
