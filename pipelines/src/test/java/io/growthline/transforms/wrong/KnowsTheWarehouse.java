package io.growthline.transforms.wrong;

/** Breaks a rule, to show that it holds. */
final class KnowsTheWarehouse {
  io.growthline.warehouse.SqlWarehouse warehouse;
}
