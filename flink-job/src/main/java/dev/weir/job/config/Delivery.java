package dev.weir.job.config;

import java.util.Locale;
import org.apache.flink.connector.base.DeliveryGuarantee;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How often what the job writes shows in a topic, where the job fails and starts again. */
public enum Delivery {
  /** Once, or again with the same id. */
  AT_LEAST_ONCE(DeliveryGuarantee.AT_LEAST_ONCE),
  /** Once, to those who read committed messages, and not before the next checkpoint. */
  EXACTLY_ONCE(DeliveryGuarantee.EXACTLY_ONCE);

  private final DeliveryGuarantee guarantee;

  Delivery(DeliveryGuarantee guarantee) {
    this.guarantee = guarantee;
  }

  /** What Flink calls it. */
  public DeliveryGuarantee guarantee() {
    return guarantee;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads the names of the option. */
  static final class Converter implements ITypeConverter<Delivery> {

    @Override
    public Delivery convert(String text) {
      for (Delivery delivery : values()) {
        if (delivery.toString().equals(text)) {
          return delivery;
        }
      }
      throw new TypeConversionException(
          "'" + text + "' is no delivery; choose at-least-once or exactly-once");
    }
  }
}
