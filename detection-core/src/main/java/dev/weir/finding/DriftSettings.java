package dev.weir.finding;

import java.io.Serializable;

/**
 * When traffic no longer fits a model, and what is told of it then.
 *
 * @param drift of quantities that have moved
 * @param index the population-stability index over a day from which on they have; above 0
 * @param missing of a feature that has gone
 * @param jump by how much the share of windows without it has grown; above 0, and 1 at most
 */
public record DriftSettings(ModelFinding drift, double index, ModelFinding missing, double jump)
    implements Serializable {

  private static final long serialVersionUID = 1L;
}
