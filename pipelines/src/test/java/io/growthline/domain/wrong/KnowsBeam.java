package io.growthline.domain.wrong;

/** Breaks a rule, to show that it holds. */
final class KnowsBeam {
  org.apache.beam.sdk.Pipeline pipeline;
}
