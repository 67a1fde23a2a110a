package io.growthline.pipelines.cloud;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.growthline.pipelines.ingest.StreamOptions;
import io.growthline.pipelines.stage.Matches;
import io.growthline.pipelines.stage.OptionNames;
import io.growthline.pipelines.stage.StageOptions;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** The metadata of a Flex Template, in the form of Dataflow's API, made from pipeline options. */
record TemplateMetadata(
    String name, String description, boolean streaming, List<Parameter> parameters) {
  static final String STREAM = "ingest-stream";

  /** One parameter; {@code regexes} must match its whole value. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Parameter(
      String name,
      String label,
      String helpText,
      boolean isOptional,
      String paramType,
      List<String> regexes) {}

  /** The metadata of a template: a stage, or {@code ingest-stream}. */
  static TemplateMetadata of(String template) {
    return template.equals(STREAM) ? stream() : batch(template);
  }

  private static TemplateMetadata batch(String stage) {
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(fixed("stage", "The stage; always " + stage + ".", stage));
    parameters.add(
        fixed(
            "step",
            "Always launch: a template starts the job; its tables are published by the same stage with"
                + " --step=publish.",
            "launch"));
    parameters.addAll(parameters(CloudFiles.stage(stage).options(), Set.of("step")));
    return new TemplateMetadata(
        "Growthline " + stage, "Stages the tables of " + stage + ".", false, parameters);
  }

  private static TemplateMetadata stream() {
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(fixed("stage", "The stage; always ingest.", "ingest"));
    parameters.add(fixed("step", "Always launch: a template starts the job and ends.", "launch"));
    parameters.add(fixed("streaming", "Always true: the job goes on until it is drained.", "true"));
    // A stream reads whatever lands, of any day.
    parameters.addAll(parameters(StreamOptions.class, Set.of("step", "asOf")));
    return new TemplateMetadata(
        "Growthline streaming ingest",
        "Appends what lands to the raw tables, until it is drained.",
        true,
        parameters);
  }

  private static List<Parameter> parameters(
      Class<? extends StageOptions> options, Set<String> without) {
    boolean stream = options == StreamOptions.class;
    return Arrays.stream(options.getMethods())
        .filter(m -> m.isAnnotationPresent(Description.class))
        .filter(m -> m.getDeclaringClass().getName().startsWith("io.growthline."))
        .filter(m -> stream || m.getDeclaringClass() != StreamOptions.class)
        .filter(m -> !without.contains(OptionNames.of(m)))
        .map(TemplateMetadata::parameter)
        .sorted(Comparator.comparing(Parameter::isOptional).thenComparing(Parameter::name))
        .toList();
  }

  private static Parameter fixed(String name, String help, String value) {
    return new Parameter(name, name, help, false, "TEXT", exactly(value));
  }

  private static Parameter parameter(Method getter) {
    String name = OptionNames.of(getter);
    return new Parameter(
        name,
        name,
        getter.getAnnotation(Description.class).value(),
        !getter.isAnnotationPresent(Validation.Required.class),
        type(getter),
        Optional.ofNullable(getter.getAnnotation(Matches.class))
            .map(m -> exactly(m.value()))
            .orElse(null));
  }

  private static String type(Method getter) {
    if (getter.getReturnType() == boolean.class) {
      return "BOOLEAN";
    }
    return getter.getReturnType() == int.class || getter.getReturnType() == long.class
        ? "NUMBER"
        : "TEXT";
  }

  private static List<String> exactly(String regex) {
    return List.of("^(" + regex + ")$");
  }
}
