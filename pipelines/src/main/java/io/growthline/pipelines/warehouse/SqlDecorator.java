package io.growthline.pipelines.warehouse;

import io.growthline.warehouse.SqlWarehouse;

/**
 * Stands between stages and their SQL, wherever the tables are; tests judge each statement there.
 * Found by {@link java.util.ServiceLoader}.
 */
public interface SqlDecorator {
  SqlWarehouse decorate(SqlWarehouse sql);
}
