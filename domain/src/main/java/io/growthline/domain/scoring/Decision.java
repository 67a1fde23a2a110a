package io.growthline.domain.scoring;

/**
 * Who decides on a version, and why.
 *
 * @param by a person, or the run whose rule decides
 * @param why the reason, for people
 * @param result what the decision rests on, such as the verdicts of gates; may be empty
 */
public record Decision(String by, String why, String result) {}
