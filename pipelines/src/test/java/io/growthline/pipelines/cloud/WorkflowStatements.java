package io.growthline.pipelines.cloud;

import io.growthline.domain.contract.ColumnType;
import io.growthline.googlesql.GoogleSql;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The statements of a workflow, each analysed with the types of its parameters. */
final class WorkflowStatements {
  private static final GoogleSql GOOGLE_SQL = GoogleSql.ofContracts();
  private static final String QUERY = "googleapis.bigquery.v2.jobs.query";

  private int analysed;

  /**
   * Analyses all that a part of a workflow asks of BigQuery.
   *
   * @return how many statements that were
   * @throws IllegalArgumentException when BigQuery is called in a way that hides what it is asked
   * @throws GoogleSql.RefusedException when BigQuery would refuse a statement
   */
  static int analyse(Object workflow) {
    WorkflowStatements statements = new WorkflowStatements();
    statements.walk(workflow);
    return statements.analysed;
  }

  private void walk(Object part) {
    if (part instanceof List<?> list) {
      list.forEach(this::walk);
    } else if (part instanceof Map<?, ?> map) {
      Object call = map.get("call");
      if (QUERY.equals(call)) {
        analyseQuery(Workflow.map(Workflow.map(map.get("args")).get("body")));
      } else {
        map.values().forEach(this::walk);
      }
    } else if (part instanceof String text && text.contains("bigquery")) {
      throw new IllegalArgumentException("Only " + QUERY + " may ask BigQuery, not " + text);
    }
  }

  private void analyseQuery(Map<String, Object> body) {
    String statement = (String) body.get("query");
    if (statement.contains("${")) {
      throw new IllegalArgumentException("A statement must be written out, unlike " + statement);
    }
    Map<String, ColumnType> types = new HashMap<>();
    for (Object item : Workflow.list(body.getOrDefault("queryParameters", List.of()))) {
      Map<String, Object> parameter = Workflow.map(item);
      String type = (String) Workflow.map(parameter.get("parameterType")).get("type");
      types.put((String) parameter.get("name"), ColumnType.valueOf(type));
    }
    GOOGLE_SQL.check(statement, types);
    analysed++;
  }
}
