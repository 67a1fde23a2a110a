package io.growthline.googlesql;

import com.google.zetasql.Analyzer;
import com.google.zetasql.AnalyzerOptions;
import com.google.zetasql.LanguageOptions;
import com.google.zetasql.ParseResumeLocation;
import com.google.zetasql.SimpleCatalog;
import com.google.zetasql.SimpleColumn;
import com.google.zetasql.SimpleTable;
import com.google.zetasql.SqlException;
import com.google.zetasql.Type;
import com.google.zetasql.TypeFactory;
import com.google.zetasql.ZetaSQLBuiltinFunctionOptions;
import com.google.zetasql.ZetaSQLOptions.NameResolutionMode;
import com.google.zetasql.ZetaSQLOptions.ProductMode;
import com.google.zetasql.ZetaSQLType.TypeKind;
import com.google.zetasql.resolvedast.ResolvedNodes.ResolvedStatement;
import io.growthline.domain.contract.ColumnSpec;
import io.growthline.domain.contract.ColumnType;
import io.growthline.domain.contract.Contracts;
import io.growthline.domain.contract.TableSpec;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Google's own analyser of GoogleSQL with the tables of our contracts: it refuses what BigQuery
 * would refuse because of syntax, names or types. Rights, bytes and partition filters it does not
 * know.
 */
public final class GoogleSql {
  private static final LanguageOptions LANGUAGE = language();

  private final SimpleCatalog catalog;
  private final Map<String, SimpleCatalog> datasets;

  private GoogleSql(SimpleCatalog catalog, Map<String, SimpleCatalog> datasets) {
    this.catalog = catalog;
    this.datasets = datasets;
  }

  /** An analyser that knows the tables of all contracts. */
  public static GoogleSql ofContracts() {
    SimpleCatalog catalog = new SimpleCatalog("growthline");
    catalog.addZetaSQLFunctionsAndTypes(new ZetaSQLBuiltinFunctionOptions(LANGUAGE));
    Map<String, SimpleCatalog> datasets = new HashMap<>();
    for (TableSpec<?> table : Contracts.all()) {
      datasets
          .computeIfAbsent(table.dataset(), name -> dataset(catalog, name))
          .addSimpleTable(table(table.name(), table));
    }
    catalog.register();
    return new GoogleSql(catalog, datasets);
  }

  /** Makes known a table of the columns of a contract, such as a staged copy. */
  public synchronized void add(String dataset, String name, TableSpec<?> contract) {
    // The analyser keeps a registered catalogue, instead of getting it with each statement.
    catalog.unregister();
    SimpleCatalog tables = datasets.computeIfAbsent(dataset, d -> dataset(catalog, d));
    if (!tables.getTableNameList().contains(name.toLowerCase(Locale.ROOT))) {
      tables.addSimpleTable(table(name, contract));
    }
    catalog.register();
  }

  /**
   * Analyses one statement.
   *
   * @param statement GoogleSQL
   * @param parameters types of named parameters
   * @throws RefusedException when BigQuery would not run it; the message is the analyser's
   */
  public synchronized void check(String statement, Map<String, ColumnType> parameters) {
    try {
      Analyzer.analyzeStatement(statement, options(parameters), catalog);
    } catch (SqlException e) {
      throw new RefusedException(e.getMessage(), e);
    }
  }

  /**
   * What BigQuery calls a text, such as SELECT, DELETE or CREATE_TABLE, and SCRIPT when it is more
   * than one statement.
   *
   * @param text GoogleSQL
   * @param parameters types of named parameters
   * @throws RefusedException when BigQuery would not run its first statement
   */
  public synchronized String statementType(String text, Map<String, ColumnType> parameters) {
    ParseResumeLocation next = new ParseResumeLocation(text);
    try {
      ResolvedStatement first = Analyzer.analyzeNextStatement(next, options(parameters), catalog);
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      int end = next.getBytePosition();
      String rest = new String(utf8, end, utf8.length - end, StandardCharsets.UTF_8);
      if (!rest.isBlank()) {
        return "SCRIPT";
      }
      String kind =
          first.nodeKindString().replaceFirst("Stmt$", "").replaceFirst("(?<=^AlterTable).*", "");
      return kind.equals("Query")
          ? "SELECT"
          : kind.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    } catch (SqlException e) {
      throw new RefusedException(e.getMessage(), e);
    }
  }

  private static AnalyzerOptions options(Map<String, ColumnType> parameters) {
    AnalyzerOptions options = new AnalyzerOptions();
    options.setLanguageOptions(LANGUAGE);
    parameters.forEach((name, type) -> options.addQueryParameter(name, type(type)));
    return options;
  }

  /** What the analyser says of a statement that BigQuery would not run. */
  public static final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  private static LanguageOptions language() {
    LanguageOptions language = new LanguageOptions();
    language.enableMaximumLanguageFeatures();
    language.setProductMode(ProductMode.PRODUCT_EXTERNAL);
    language.setNameResolutionMode(NameResolutionMode.NAME_RESOLUTION_DEFAULT);
    language.setSupportsAllStatementKinds();
    return language;
  }

  private static SimpleCatalog dataset(SimpleCatalog catalog, String name) {
    SimpleCatalog dataset = new SimpleCatalog(name);
    catalog.addSimpleCatalog(dataset);
    return dataset;
  }

  private static SimpleTable table(String name, TableSpec<?> table) {
    List<SimpleColumn> columns =
        table.columns().stream().map(column -> column(name, column)).toList();
    return new SimpleTable(name, columns);
  }

  private static SimpleColumn column(String table, ColumnSpec column) {
    return new SimpleColumn(table, column.name(), type(column.type()));
  }

  private static Type type(ColumnType type) {
    return TypeFactory.createSimpleType(
        switch (type) {
          case STRING -> TypeKind.TYPE_STRING;
          case INT64 -> TypeKind.TYPE_INT64;
          case FLOAT64 -> TypeKind.TYPE_DOUBLE;
          case BOOL -> TypeKind.TYPE_BOOL;
          case TIMESTAMP -> TypeKind.TYPE_TIMESTAMP;
          case DATE -> TypeKind.TYPE_DATE;
        });
  }
}
