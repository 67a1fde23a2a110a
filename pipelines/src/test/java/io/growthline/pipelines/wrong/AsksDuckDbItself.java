package io.growthline.pipelines.wrong;

/** Breaks a rule, to show that it holds. */
final class AsksDuckDbItself {
  io.growthline.warehouse.DuckDbSql tables;
}
