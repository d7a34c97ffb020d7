package dev.weir.decode;

import java.io.Serializable;
import java.util.function.BiConsumer;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How CSV is written. */
public final class CsvOptions implements Serializable {

  private static final long serialVersionUID = 1L;

  /** The header of the CloudWatch web traffic exports, which streams of CSV lines go by. */
  static final String DEFAULT_HEADER =
      "bytes_in,bytes_out,creation_time,end_time,src_ip,src_ip_country_code,protocol,"
          + "response.code,dst_port,dst_ip,rule_names,observation_name,source.meta,source.name,"
          + "time,detection_types";

  @Option(
      names = "--csv.header",
      paramLabel = "COLUMNS",
      defaultValue = DEFAULT_HEADER,
      description =
          "The columns of CSV lines that come without a header, as in a topic; a file's own first"
              + " line goes before it. Default: ${DEFAULT-VALUE}")
  private String header = DEFAULT_HEADER;

  @Option(
      names = "--csv.map",
      paramLabel = "FIELD=COLUMN,…",
      converter = FieldMapConverter.class,
      description =
          "Which columns hold Weir's fields, where they have other names, such as"
              + " src_ip=srcip,start=Stime; a sum as packets=Spkts+Dpkts. Default: fields have their"
              + " own names")
  private FieldMap map = FieldMap.EMPTY;

  @Option(
      names = "--csv.time",
      paramLabel = "FORM",
      defaultValue = "auto",
      converter = TimeFormat.Converter.class,
      description =
          "How times are written: iso, epoch-seconds, epoch-millis, epoch-digits (seconds and"
              + " fraction without the point) or auto (ISO 8601, ten digits of seconds, thirteen of"
              + " milliseconds). Default: ${DEFAULT-VALUE}")
  private TimeFormat time = TimeFormat.AUTO;

  @Option(
      names = "--csv.delimiter",
      paramLabel = "CHARACTER",
      defaultValue = ",",
      converter = Delimiter.class,
      description = "What is between columns: one character, or tab. Default: a comma")
  private char delimiter = ',';

  /** For picocli. */
  public CsvOptions() {}

  static CsvOptions ofHeader(String header) {
    CsvOptions options = new CsvOptions();
    options.header = header;
    return options;
  }

  CsvOptions withHeader(String other) {
    CsvOptions options = ofHeader(other);
    options.map = map;
    options.time = time;
    options.delimiter = delimiter;
    return options;
  }

  String header() {
    return header;
  }

  FieldMap map() {
    return map;
  }

  TimeFormat time() {
    return time;
  }

  char delimiter() {
    return delimiter;
  }

  void arguments(BiConsumer<String, String> out) {
    out.accept("--csv.header", header);
    if (!map.equals(FieldMap.EMPTY)) {
      out.accept("--csv.map", map.toString());
    }
    out.accept("--csv.time", time.id());
    out.accept("--csv.delimiter", String.valueOf(delimiter));
  }

  /** Takes a character by itself or by name. */
  static final class Delimiter implements ITypeConverter<Character> {
    private static final String SENSELESS = "-\"\r\n";

    @Override
    public Character convert(String value) {
      String character = value.equals("tab") || value.equals("\\t") ? "\t" : value;
      if (character.length() != 1 || isOfValues(character.charAt(0))) {
        throw new TypeConversionException(
            FieldText.of(value).quoted()
                + " cannot separate columns; give one character that no value is made of, or tab");
      }
      return character.charAt(0);
    }

    private static boolean isOfValues(char c) {
      return Character.isLetterOrDigit(c) || SENSELESS.indexOf(c) >= 0;
    }
  }
}
