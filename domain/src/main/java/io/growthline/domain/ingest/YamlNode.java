package io.growthline.domain.ingest;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A part of a YAML file that knows its line. Scalars are text, as written in the file. */
final class YamlNode {
  private final Place place;
  private final Node node;

  private YamlNode(Place place, Node node) {
    this.place = place;
    this.node = node;
  }

  static YamlNode parse(String file, String yaml) {
    try {
      Node root = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
      if (root == null) {
        throw new Place(file, 1, "").error("is empty");
      }
      return new YamlNode(new Place(file, 1, ""), root);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new Place(file, line, "")
          .error(
              "not valid YAML: "
                  + e.getProblem()
                  + ". An expression with ': ', '#' or a quote at its start must stand in double"
                  + " quotes");
    } catch (YAMLException e) {
      throw new Place(file, 1, "").error("not valid YAML");
    }
  }

  Place place() {
    return place;
  }

  /** The same part under the name that messages give it. */
  YamlNode named(String rule) {
    return new YamlNode(new Place(place.file(), place.line(), rule), node);
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  /** The text of a scalar. */
  String text() {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw place.error("must be one value");
  }

  /** The value of a key. */
  Optional<YamlNode> find(String key) {
    return Optional.ofNullable(map().get(key)).map(n -> n.named(place.rule()));
  }

  /** The text under a key that must be there. */
  String text(String key) {
    return find(key)
        .orElseThrow(() -> place.error(key + " is missing"))
        .named(place.part(key).rule())
        .text();
  }

  /** Elements of a list; none when the key is absent. */
  List<YamlNode> list(String key) {
    return find(key).map(n -> n.named(place.part(key).rule()).list()).orElse(List.of());
  }

  /** Elements of this list. */
  List<YamlNode> list() {
    if (!(node instanceof SequenceNode sequence)) {
      throw place.error("must be a list");
    }
    List<YamlNode> elements = new ArrayList<>();
    sequence.getValue().forEach(n -> elements.add(child(n)));
    return elements;
  }

  /** Entries of the map under a key, in their order; none when the key is absent. */
  Map<String, YamlNode> map(String key) {
    return find(key).map(n -> n.named(place.part(key).rule()).map()).orElse(Map.of());
  }

  /** Refuses keys that are not these. */
  void only(String... keys) {
    map()
        .forEach(
            (key, value) -> {
              if (!Set.of(keys).contains(key)) {
                throw value
                    .named(place.rule())
                    .place
                    .error("unknown key " + key + "; known are " + String.join(", ", keys));
              }
            });
  }

  private Map<String, YamlNode> map() {
    if (!(node instanceof MappingNode mapping)) {
      throw place.error("must be a map of names to values");
    }
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      YamlNode key = child(entry.getKeyNode());
      if (entries.put(key.text(), child(entry.getValueNode())) != null) {
        throw key.place.error(key.text() + " appears twice");
      }
    }
    return entries;
  }

  private YamlNode child(Node child) {
    int line = child.getStartMark().getLine() + 1;
    return new YamlNode(new Place(place.file(), line, place.rule()), child);
  }
}
