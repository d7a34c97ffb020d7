package dev.weir.train;

import dev.weir.model.Model;
import java.util.List;

/**
 * A model and what its user should know about it.
 *
 * @param warnings in words, each a sentence's worth
 */
public record TrainedModel(Model model, List<String> warnings) {}
