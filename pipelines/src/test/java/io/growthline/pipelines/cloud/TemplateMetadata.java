package io.growthline.pipelines.cloud;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.growthline.pipelines.stage.Matches;
import io.growthline.pipelines.stage.OptionNames;
import io.growthline.pipelines.stage.StageOptions;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.Validation;

/** The metadata of a Flex Template, in the form of Dataflow's API, made from pipeline options. */
record TemplateMetadata(
    String name, String description, boolean streaming, List<Parameter> parameters) {
  /** One parameter; {@code regexes} must match its whole value. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Parameter(
      String name,
      String label,
      String helpText,
      boolean isOptional,
      String paramType,
      List<String> regexes) {}

  /** The metadata of the template of a stage. */
  static TemplateMetadata of(String stage) {
    Class<? extends StageOptions> options = CloudStage.options(stage);
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(
        new Parameter(
            "stage", "stage", "The stage; always " + stage + ".", false, "TEXT", exactly(stage)));
    parameters.add(
        new Parameter(
            "step",
            "step",
            "Always launch: a template starts the job; its tables are published by the same stage with"
                + " --step=publish.",
            false,
            "TEXT",
            exactly("launch")));
    Arrays.stream(options.getMethods())
        .filter(m -> m.isAnnotationPresent(Description.class))
        .filter(m -> m.getDeclaringClass().getName().startsWith("io.growthline."))
        .filter(m -> !OptionNames.of(m).equals("step"))
        .map(TemplateMetadata::parameter)
        .sorted(Comparator.comparing(Parameter::isOptional).thenComparing(Parameter::name))
        .forEach(parameters::add);
    return new TemplateMetadata(
        "Growthline " + stage, "Stages the tables of " + stage + ".", false, parameters);
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
