package io.growthline.warehouse;

import com.google.cloud.bigquery.BigQuery;
import com.google.cloud.bigquery.BigQueryException;
import com.google.cloud.bigquery.Field;
import com.google.cloud.bigquery.FieldValue;
import com.google.cloud.bigquery.FieldValueList;
import com.google.cloud.bigquery.JobException;
import com.google.cloud.bigquery.JobInfo;
import com.google.cloud.bigquery.JobStatistics.QueryStatistics;
import com.google.cloud.bigquery.JobStatistics.QueryStatistics.StatementType;
import com.google.cloud.bigquery.QueryJobConfiguration;
import com.google.cloud.bigquery.QueryParameterValue;
import com.google.cloud.bigquery.TableResult;
import io.growthline.domain.contract.Micros;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * SQL on BigQuery. No statement may bill more than a fixed number of bytes, and none is run before
 * BigQuery itself, asked once for each text and free of charge, has said that it is a SELECT.
 */
public final class BigQuerySql implements SqlWarehouse {
  /** 10 GiB: ample for marts, too little for a careless scan of raw tables. */
  public static final long DEFAULT_MAXIMUM_BYTES_BILLED = 10L << 30;

  private final BigQuery bigQuery;
  private final long maximumBytesBilled;
  private final Set<String> selects = ConcurrentHashMap.newKeySet();

  public BigQuerySql(BigQuery bigQuery, long maximumBytesBilled) {
    this.bigQuery = bigQuery;
    this.maximumBytesBilled = maximumBytesBilled;
  }

  @Override
  public QueryResult query(String sql, Map<String, ?> parameters) {
    QueryJobConfiguration query = withParameters(sql, parameters);
    if (!selects.contains(sql)) {
      dryRun(query);
    }
    try {
      return result(
          bigQuery.query(query.toBuilder().setMaximumBytesBilled(maximumBytesBilled).build()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SqlWarehouseException("The query was interrupted", e);
    } catch (BigQueryException | JobException e) {
      throw failed(e);
    }
  }

  /** Asks BigQuery for an estimate, which is free; it knows which partitions are left out. */
  @Override
  public boolean affords(String sql) {
    return dryRun(withParameters(sql, Map.of())).getTotalBytesProcessed() <= maximumBytesBilled;
  }

  /**
   * What BigQuery says of a statement without running it.
   *
   * @throws SqlWarehouseException when it would not run it, or run more than one SELECT
   */
  private QueryStatistics dryRun(QueryJobConfiguration query) {
    try {
      QueryStatistics statistics =
          bigQuery
              .create(JobInfo.of(query.toBuilder().setUseQueryCache(false).setDryRun(true).build()))
              .getStatistics();
      if (!StatementType.SELECT.equals(statistics.getStatementType())) {
        throw new SqlWarehouseException(
            "Only one SELECT can be run; BigQuery takes the statement for a "
                + statistics.getStatementType(),
            null);
      }
      selects.add(query.getQuery());
      return statistics;
    } catch (BigQueryException e) {
      throw failed(e);
    }
  }

  private static QueryJobConfiguration withParameters(String sql, Map<String, ?> parameters) {
    QueryJobConfiguration.Builder query =
        QueryJobConfiguration.newBuilder(sql).setUseLegacySql(false);
    List<String> names = NamedParameters.googleSql(sql).names();
    for (String name : names.stream().distinct().toList()) {
      if (parameters.get(name) == null) {
        throw new SqlWarehouseException(
            "The statement needs a value for the parameter @" + name, null);
      }
      query.addNamedParameter(name, parameter(name, parameters.get(name)));
    }
    return query.build();
  }

  private static SqlWarehouseException failed(Exception e) {
    return new SqlWarehouseException(e.getMessage().replaceAll("\\s+", " "), e);
  }

  /** Does nothing: the client holds no connection. */
  @Override
  public void close() {}

  private static QueryParameterValue parameter(String name, Object value) {
    if (value instanceof String text) {
      return QueryParameterValue.string(text);
    }
    if (value instanceof Long number) {
      return QueryParameterValue.int64(number);
    }
    if (value instanceof Double number) {
      return QueryParameterValue.float64(number);
    }
    if (value instanceof Boolean flag) {
      return QueryParameterValue.bool(flag);
    }
    if (value instanceof LocalDate day) {
      return QueryParameterValue.date(day.toString());
    }
    if (value instanceof Instant instant) {
      return QueryParameterValue.timestamp(Micros.of(instant));
    }
    throw new SqlWarehouseException(
        "The parameter @" + name + " has the unsupported type " + value.getClass().getName(), null);
  }

  private static QueryResult result(TableResult table) {
    List<Field> fields = table.getSchema() == null ? List.of() : table.getSchema().getFields();
    List<List<Object>> rows = new ArrayList<>();
    for (FieldValueList values : table.iterateAll()) {
      List<Object> row = new ArrayList<>(fields.size());
      for (int i = 0; i < fields.size(); i++) {
        row.add(value(fields.get(i), values.get(i)));
      }
      rows.add(Collections.unmodifiableList(row));
    }
    return new QueryResult(
        fields.stream().map(Field::getName).toList(), Collections.unmodifiableList(rows));
  }

  private static Object value(Field field, FieldValue value) {
    if (value.isNull()) {
      return null;
    }
    return switch (field.getType().getStandardType()) {
      case INT64 -> value.getLongValue();
      case FLOAT64, NUMERIC, BIGNUMERIC -> value.getDoubleValue();
      case BOOL -> value.getBooleanValue();
      case DATE -> LocalDate.parse(value.getStringValue());
      case TIMESTAMP -> Micros.toInstant(value.getTimestampValue());
      default -> value.getValue().toString();
    };
  }
}
