package dev.weir.model;

import dev.weir.feature.SourceKey;
import dev.weir.feature.SourceView;
import dev.weir.flow.AddressBits;
import java.util.Arrays;
import java.util.List;

/** The segments of a model, and which of them a source is of. Immutable. */
public final class Segments {

  private final Segmentation by;
  private final List<Segment> list;
  private final Quantiles normalScores;

  /** By standing: a place in the list. */
  private final int[] places = new int[Standing.values().length];

  /**
   * Segments by a source's standing.
   *
   * @param list that of all sources first, then those of standings, in their order; a source whose
   *     standing has none is of the first
   * @param normalScores quantiles of the training scores that are labelled normal, each by its own
   *     segment
   */
  public Segments(Segmentation by, List<Segment> list, Quantiles normalScores) {
    this.by = by;
    this.list = List.copyOf(list);
    this.normalScores = normalScores;
    if (list.isEmpty() || !list.get(0).name().equals(Segment.ALL)) {
      throw new IllegalArgumentException("segments without '" + Segment.ALL + "' as the first");
    }
    int last = -1;
    for (int place = 1; place < list.size(); place++) {
      Segment segment = list.get(place);
      Standing standing = Standing.ofId(segment.name());
      if (standing == null || standing.ordinal() <= last) {
        throw new IllegalArgumentException(
            "a segment '" + segment.name() + "' that is unknown or out of order");
      }
      last = standing.ordinal();
      places[last] = place;
    }
  }

  /** One segment for every source. */
  public static Segments one(Segment all) {
    return new Segments(Segmentation.NONE, List.of(all), all.scores());
  }

  /** The segment of every source that has no other. */
  public Segment all() {
    return list.get(0);
  }

  /** All of them, that of all sources first. */
  public List<Segment> list() {
    return list;
  }

  /** Whether there is but one. */
  public boolean isOne() {
    return list.size() == 1;
  }

  /** Which standing sources have. */
  public Segmentation by() {
    return by;
  }

  /** Quantiles of the training scores that are labelled normal, each by its own segment. */
  public Quantiles normalScores() {
    return normalScores;
  }

  /** The segment of a source. */
  public Segment of(SourceKey source) {
    return isOne() ? all() : list.get(places[by.of(source, new AddressBits()).ordinal()]);
  }

  /** The places in the list of the segments of windows, in their order. */
  int[] places(List<SourceView> views) {
    int[] of = new int[views.size()];
    if (!isOne()) {
      AddressBits bits = new AddressBits();
      Arrays.setAll(of, i -> places[by.of(views.get(i).vector().source(), bits).ordinal()]);
    }
    return of;
  }

  /**
   * Scores rows, each by its segment's forest, and one forest after the other, since none of them
   * fits into the nearest caches beside another.
   *
   * @param of the place in the list of each row's segment
   */
  double[] score(double[][] rows, int[] of) {
    if (isOne()) {
      return all().forest().score(rows);
    }
    double[] scores = new double[rows.length];
    for (int place = 0; place < list.size(); place++) {
      list.get(place).forest().score(rows, of, place, scores);
    }
    return scores;
  }
}
