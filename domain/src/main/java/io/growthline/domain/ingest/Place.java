package io.growthline.domain.ingest;

/**
 * Where something is in a mapping.
 *
 * @param file name of the mapping
 * @param line line, from 1
 * @param rule what is there, empty for the file as a whole
 */
record Place(String file, int line, String rule) {
  MappingException error(String problem) {
    return new MappingException(this + ": " + problem);
  }

  /** The same place, named in more detail. */
  Place part(String name) {
    return new Place(file, line, rule.isEmpty() ? name : rule + ", " + name);
  }

  @Override
  public String toString() {
    return file + ":" + line + (rule.isEmpty() ? "" : ": " + rule);
  }
}
