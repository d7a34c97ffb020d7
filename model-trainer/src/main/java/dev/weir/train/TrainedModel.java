package dev.weir.train;

import dev.weir.model.Model;
import java.util.List;

/**
 * A model and what its user should know about it.
 *
 * @param notes on the history, in words
 * @param warnings in words, each a sentence's worth
 */
public record TrainedModel(Model model, List<String> notes, List<String> warnings) {}
