package io.growthline.domain.scoring;

import java.time.Instant;

/**
 * One line of the journal of a model: a version has come to a stage.
 *
 * @param version the version
 * @param stage its stage from now on
 * @param at when, UTC
 * @param by who decided: a person, or the run whose rule did
 * @param why the reason, for people
 * @param result what the decision rests on, such as the verdicts of gates; may be empty
 * @param held whether no rule may put another version into production until a person does
 */
public record JournalEntry(
    String version,
    ModelStage stage,
    Instant at,
    String by,
    String why,
    String result,
    boolean held) {}
