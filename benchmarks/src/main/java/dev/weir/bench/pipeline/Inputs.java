package dev.weir.bench.pipeline;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The topics that a plan's configurations read, and the models that they score by. */
final class Inputs {

  private final Map<FlowText, Double> messageBytes = new EnumMap<>(FlowText.class);
  private final Map<FlowText, Path> models = new EnumMap<>(FlowText.class);

  private Inputs() {}

  /** Trains the models, and fills the topics. */
  static Inputs load(Plan plan, Broker broker, Consumer<String> progress) throws Exception {
    Inputs inputs = new Inputs();
    List<FlowText> texts =
        plan.configurations().stream().map(Configuration::text).distinct().toList();
    for (FlowText text : texts) {
      progress.accept("training   " + text.format());
      inputs.models.put(text, plan.workload().model(text));
      progress.accept("filling    " + text.format());
      broker.create(inputs.all(text));
      Traffic traffic = plan.workload().traffic(text);
      inputs.messageBytes.put(text, Loader.load(broker, inputs.all(text), traffic, text));
    }
    return inputs;
  }

  /** The topic of all flows. */
  String all(FlowText text) {
    return "flows-" + text.format().id();
  }

  Path model(Configuration configuration) {
    return models.get(configuration.text());
  }

  /** Mean sizes of messages. */
  Map<FlowText, Double> messageBytes() {
    return messageBytes;
  }
}
