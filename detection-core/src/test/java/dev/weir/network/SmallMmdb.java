package dev.weir.network;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a small MMDB file of IPv4 networks.
 *
 * @see <a href="https://maxmind.github.io/MaxMind-DB/">the format's specification</a>
 */
final class SmallMmdb {

  private static final int EMPTY = -1;
  private static final int RECORD_BYTES = 3;

  private final List<int[]> nodes = new ArrayList<>(List.of(new int[] {EMPTY, EMPTY}));
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();
  private final Map<Integer, Integer> leaves = new TreeMap<>();

  /** A network, such as 198.51.100.0 and 24, has these values; maps within them are strings'. */
  SmallMmdb with(String address, int length, Map<String, ?> values) {
    int offset = data.size();
    data.writeBytes(encode(values));
    long bits = 0;
    for (String octet : address.split("\\.")) {
      bits = bits << 8 | Integer.parseInt(octet);
    }
    int node = 0;
    for (int i = 0; i < length; i++) {
      int side = (int) (bits >> (31 - i)) & 1;
      if (i == length - 1) {
        int leaf = -2 - leaves.size();
        leaves.put(leaf, offset);
        nodes.get(node)[side] = leaf;
      } else {
        if (nodes.get(node)[side] == EMPTY) {
          nodes.add(new int[] {EMPTY, EMPTY});
          nodes.get(node)[side] = nodes.size() - 1;
        }
        node = nodes.get(node)[side];
      }
    }
    return this;
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int[] node : nodes) {
      for (int record : node) {
        int value = record;
        if (record == EMPTY) {
          value = nodes.size();
        } else if (record < EMPTY) {
          value = nodes.size() + 16 + leaves.get(record);
        }
        for (int i = RECORD_BYTES - 1; i >= 0; i--) {
          out.write(value >>> (8 * i));
        }
      }
    }
    out.writeBytes(new byte[16]);
    out.writeBytes(data.toByteArray());
    out.writeBytes(new byte[] {(byte) 0xAB, (byte) 0xCD, (byte) 0xEF});
    out.writeBytes("MaxMind.com".getBytes(StandardCharsets.UTF_8));
    Map<String, Object> metadata = new TreeMap<>();
    metadata.put("binary_format_major_version", 2);
    metadata.put("binary_format_minor_version", 0);
    metadata.put("build_epoch", 1_772_409_600L);
    metadata.put("database_type", "Test-Country");
    metadata.put("description", Map.of("en", "for tests"));
    metadata.put("ip_version", 4);
    metadata.put("languages", List.of("en"));
    metadata.put("node_count", (long) nodes.size());
    metadata.put("record_size", 8 * RECORD_BYTES);
    out.writeBytes(encode(metadata));
    return out.toByteArray();
  }

  private static byte[] encode(Object value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (value instanceof String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.write(2 << 5 | bytes.length);
      out.writeBytes(bytes);
    } else if (value instanceof Integer number) {
      out.write(5 << 5 | 2);
      out.write(number >>> 8);
      out.write(number);
    } else if (value instanceof Long number) {
      out.write(6 << 5 | 4);
      for (int i = 3; i >= 0; i--) {
        out.write((int) (number >>> (8 * i)));
      }
    } else if (value instanceof Map<?, ?> map) {
      out.write(7 << 5 | map.size());
      map.forEach(
          (key, of) -> {
            out.writeBytes(encode(key));
            out.writeBytes(encode(of));
          });
    } else if (value instanceof List<?> list) {
      out.write(list.size());
      out.write(11 - 7);
      list.forEach(of -> out.writeBytes(encode(of)));
    } else {
      throw new IllegalArgumentException(value + " has no form here");
    }
    return out.toByteArray();
  }
}
