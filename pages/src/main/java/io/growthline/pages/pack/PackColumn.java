package io.growthline.pages.pack;

import io.growthline.pages.Format;
import io.growthline.pages.grid.Column;

/**
 * A column of a sheet.
 *
 * @param key column of the rows
 * @param title heading
 * @param format how values are written
 */
record PackColumn(String key, String title, Format format) {
  Column column() {
    return Column.of(key, title, format);
  }
}
