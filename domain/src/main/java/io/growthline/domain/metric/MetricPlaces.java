package io.growthline.domain.metric;

import java.io.StringReader;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Where in a YAML file metrics stand, for messages. */
final class MetricPlaces {
  private final List<Node> metrics;

  private MetricPlaces(List<Node> metrics) {
    this.metrics = metrics;
  }

  static MetricPlaces of(String yaml) {
    try {
      Node list = value(new Yaml(new LoaderOptions()).compose(new StringReader(yaml)), "metrics");
      return new MetricPlaces(list instanceof SequenceNode s ? s.getValue() : List.of());
    } catch (YAMLException e) {
      return new MetricPlaces(List.of());
    }
  }

  /** Line and name of a metric. */
  String text(int place) {
    if (place < 0 || place >= metrics.size()) {
      return "metrics.yaml";
    }
    Node metric = metrics.get(place);
    String name = value(metric, "name") instanceof ScalarNode s ? s.getValue() : "without a name";
    return "metrics.yaml, line %d, metric %s".formatted(metric.getStartMark().getLine() + 1, name);
  }

  private static Node value(Node node, String key) {
    if (node instanceof MappingNode map) {
      for (NodeTuple entry : map.getValue()) {
        if (entry.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
          return entry.getValueNode();
        }
      }
    }
    return null;
  }
}
