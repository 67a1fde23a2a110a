package io.growthline.pipelines.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.growthline.warehouse.SqlWarehouse.QueryResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** How the result of a query is written. */
enum ResultFormat {
  TABLE {
    @Override
    void print(QueryResult result, PrintWriter out) {
      List<List<String>> rows =
          result.rows().stream()
              .map(r -> r.stream().map(v -> v == null ? "" : v.toString()).toList())
              .toList();
      int[] widths =
          IntStream.range(0, result.columns().size())
              .map(
                  i ->
                      Math.max(
                          result.columns().get(i).length(),
                          rows.stream().mapToInt(r -> r.get(i).length()).max().orElse(0)))
              .toArray();
      printRow(result.columns(), widths, List.of(), out);
      out.println(String.join("  ", IntStream.of(widths).mapToObj("-"::repeat).toList()));
      for (int r = 0; r < rows.size(); r++) {
        printRow(rows.get(r), widths, result.rows().get(r), out);
      }
      out.printf("(%d %s)%n", rows.size(), rows.size() == 1 ? "row" : "rows");
    }

    private void printRow(List<String> cells, int[] widths, List<Object> values, PrintWriter out) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < cells.size(); i++) {
        boolean number = !values.isEmpty() && values.get(i) instanceof Number;
        String pad = " ".repeat(widths[i] - cells.get(i).length());
        line.append(i == 0 ? "" : "  ").append(number ? pad + cells.get(i) : cells.get(i) + pad);
      }
      out.println(line.toString().stripTrailing());
    }
  },
  CSV {
    @Override
    void print(QueryResult result, PrintWriter out) throws IOException {
      CSVFormat format = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();
      try (CSVPrinter printer = new CSVPrinter(out, format)) {
        printer.printRecord(result.columns());
        for (List<Object> row : result.rows()) {
          printer.printRecord(row);
        }
      }
    }
  },
  JSON {
    @Override
    void print(QueryResult result, PrintWriter out) throws IOException {
      StringWriter text = new StringWriter();
      try (JsonGenerator json = new ObjectMapper().getFactory().createGenerator(text)) {
        json.useDefaultPrettyPrinter();
        json.writeStartArray();
        for (List<Object> row : result.rows()) {
          json.writeStartObject();
          for (int i = 0; i < row.size(); i++) {
            json.writeFieldName(result.columns().get(i));
            Object value = row.get(i);
            json.writePOJO(
                value == null || value instanceof Number || value instanceof Boolean
                    ? value
                    : value.toString());
          }
          json.writeEndObject();
        }
        json.writeEndArray();
      }
      out.println(text);
    }
  };

  abstract void print(QueryResult result, PrintWriter out) throws IOException;
}
