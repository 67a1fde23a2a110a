package io.growthline.pages.pack;

import io.growthline.pages.Source;
import io.growthline.warehouse.Row;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A decision pack as an Excel workbook: the summary with lines to sign, and a sheet a table. */
final class PackWorkbook {
  private static final int WIDE = 48;
  private static final int NARROW = 16;

  private final Source source;

  PackWorkbook(Source source) {
    this.source = source;
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "Growthline", null)) {
      summary(workbook.newWorksheet("Summary"));
      for (PackSheet sheet : PackSheets.ALL) {
        table(workbook.newWorksheet(sheet.title()), sheet);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The workbook cannot be written", e);
    }
    return TimelessZip.of(bytes.toByteArray());
  }

  private void summary(Worksheet sheet) {
    int row = 0;
    heading(sheet, row++, PackSummary.finding(source));
    for (String line : PackSummary.lines(source)) {
      sheet.value(row++, 0, line);
    }
    row++;
    heading(sheet, row++, "Sign-off");
    sheet.value(row++, 0, SignOff.LEAD);
    heads(sheet, row++, SignOff.HEADINGS);
    for (String role : SignOff.ROLES) {
      sheet.value(row++, 0, role);
    }
    for (int i = 0; i < SignOff.HEADINGS.size(); i++) {
      sheet.width(i, i == 0 ? WIDE : 2 * NARROW);
    }
  }

  private void table(Worksheet sheet, PackSheet content) {
    sheet.value(0, 0, content.lead());
    List<Row> rows = content.all(source);
    if (rows.isEmpty()) {
      sheet.value(2, 0, content.empty());
      return;
    }
    heads(sheet, 2, content.columns().stream().map(PackColumn::title).toList());
    sheet.freezePane(0, 3);
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < content.columns().size(); j++) {
        cell(sheet, i + 3, j, content.columns().get(j), rows.get(i));
      }
    }
    for (int j = 0; j < content.columns().size(); j++) {
      sheet.width(j, content.columns().get(j).title().equals("Because") ? WIDE : NARROW);
    }
  }

  private static void cell(Worksheet sheet, int row, int at, PackColumn column, Row values) {
    Object value = values.get(column.key());
    if (value instanceof Number number && column.format().numeric()) {
      sheet.value(row, at, number);
      sheet.style(row, at).format(format(column)).set();
    } else if (value != null) {
      sheet.value(row, at, column.format().text(value));
    }
  }

  private static String format(PackColumn column) {
    return switch (column.format()) {
      case PERCENT -> "0.0%";
      case DECIMAL_3 -> "0.000";
      case DECIMAL_4 -> "0.0000";
      default -> "#,##0";
    };
  }

  private static void heading(Worksheet sheet, int row, String text) {
    sheet.value(row, 0, text);
    sheet.style(row, 0).bold().fontSize(14).set();
  }

  private static void heads(Worksheet sheet, int row, List<String> titles) {
    for (int i = 0; i < titles.size(); i++) {
      sheet.value(row, i, titles.get(i));
      sheet.style(row, i).bold().set();
    }
  }
}
