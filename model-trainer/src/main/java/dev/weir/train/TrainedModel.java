package dev.weir.train;

import dev.weir.decode.RepairCounts;
import dev.weir.flow.SetAside;
import dev.weir.model.Model;
import dev.weir.network.Sights;
import java.util.List;
import java.util.Map;

/**
 * A model and what its user should know about it.
 *
 * @param sights how well it is known where the history's flows were seen
 * @param setAside flows that are in no window, since they must not be counted
 * @param repairs what was mended in the history's flows
 * @param warnings in words, each a sentence's worth
 * @param evaluation what it makes of windows that it was not trained on; empty where there are none
 * @param stability how far that depends on the seed; empty where one was tried
 */
public record TrainedModel(
    Model model,
    Sights sights,
    Map<SetAside, Long> setAside,
    RepairCounts repairs,
    List<String> warnings,
    List<Figure> evaluation,
    List<Figure> stability) {}
