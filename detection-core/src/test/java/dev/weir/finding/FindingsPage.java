package dev.weir.finding;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Writes docs/findings.md from the catalogue itself. */
final class FindingsPage {

  private static final Pattern DEFAULT = Pattern.compile("(.*?) *Default: (.*?)\\.?");

  private static final String HEAD =
      """
      # Findings

      Generated from the catalogue by `FindingsPageTest`, which fails where this page is not \
      current. To write it anew:

          mvn -q test -pl detection-core -am -Dquick -Dtest=FindingsPageTest \
      -Dsurefire.failIfNoSpecifiedTests=false -Dweir.docs.write=true

      A score says how strange a window is; a finding says what kind of strange. The list is \
      closed. Each finding is a condition on what was measured, held against what the model knows: \
      quantiles of features, ports and countries of the history, each busy target's own peak, and \
      the targets that the history knows. The limits of a condition are options, which stand with \
      their defaults below it. Fixed are, among few others, the half of a measure that keeps an \
      incident open, the size up to which single logins count as small, how many windows an hour \
      or a day must have before anything is said of drift, and the steps of severity.

      """;

  private static final String RULES =
      """

      ## What speaks, and when

      - **Source findings** need the label −1 of the model as well, unless `any-label` says \
      otherwise: `origin` is then `both`, and `signature` without the label. `unusual-behaviour` \
      needs a score above the model's alert threshold (`score`). **Target and pair findings** stand \
      on their own (`signature`): no forest knows those views.
      - Of several that fit, the one whose name says most is `finding`, and the others are in `also`: \
      first those that name a deed, then habits, then amounts, then `unusual-behaviour`; among equals \
      the more severe, then the order of this page. Only a flood of datagrams over the ports of one host \
      is `flood` before `port-scan`, however many ports that are.
      - A source's window with fewer than `--alert.min-flows` flows is left alone, but for findings \
      that weigh bytes: one flow can carry all of them.
      - One's own `scanners` ([network.md](network.md)) may scan while they are due.
      - **Early**: while a window fills only those speak whose condition can only grow truer as flows \
      are added. Where a condition asks for more than that, such as a share, they ask for `certain` \
      times the limit instead, which is enough at the window's end too. What is too much for one target \
      stays so whatever goes to others, as long as there are 32 at most: of more a sample is kept, which \
      may lose it. A window is looked at with its 16th flow, and again whenever its flows have doubled; \
      so what takes ten connections is told at the sixteenth flow of the source, or at the window's \
      end where that comes first. What may be a flood over the ports of one host is told as neither \
      scan nor flood before the end. The label is that of the window so far, and may turn as well. Neither takes back what \
      was told.
      - **Half is enough to go on**: an open incident is kept from closing by windows labelled −1, and \
      by views in which a finding's shape is there with half of its measure.
      - **One source or many**: what one source does to a target is found in its own window. Kind \
      `target` leaves the busiest source out of every count and asks for several others: it finds \
      what is spread over many, or sent under forged addresses, and says nothing of what a single \
      source does.
      - **Allow-listed** sources and targets (`--alert.allow`) are scored and counted, and never \
      alerted; a pair where either end is.

      ## Severity

      0 to 100, the higher of two parts:

      - the **finding's**: its base, plus %d for each tenfold of what is normal, %d at most. Normal is \
      the 99.9th percentile of training or the target's own peak, and never less than the floor \
      that the finding's first constant sets;
      - the **score's**: %s for each tenfold of rarity, %d at most, since a forest saturates. One \
      window in a million of a history is rarer than a history of 200,000 windows can show: beyond \
      its end rarity goes on as it went from the 99th percentile to the end.

      A list of known-bad networks (`--alert.reputation-file`) that holds the source or target adds \
      %d, and is named. The list travels with the job, which then looks every ten seconds whether \
      there is a file of that name where its tasks run, and reads it whenever it changes; one that \
      is not understood changes nothing, and is logged and counted. Below `--alert.min-severity` nothing opens an incident. The default, 50, is \
      where findings that name a deed begin, and what a score alone reaches at one window in ten \
      million: once a day for ten thousand sources whose windows last a minute.

      | level | from |
      |---|---|
      """;

  private static final String CONTROLS =
      """

      ## What to do, for a machine

      `advice` says it to people. `control` says the same to filters, with a time to lift it \
      (`--alert.control-expiry`). It denies what comes from an address outside or, where a host \
      inside calls somebody, what goes to one. It is null, and the text says what to do instead, for \
      addresses that are private, `internal`, `shared` or allow-listed, for link-local, multicast, \
      broadcast and unspecified ones, and for whatever comes from many sources. AWS's pieces lack \
      the ids of your own network:

      | field | for |
      |---|---|
      | `network_acl` | `aws ec2 create-network-acl-entry --cli-input-json`, with `NetworkAclId`; its rule number lies below 100 and may be taken: choose another |
      | `security_group` | people: security groups cannot deny |
      | `nftables` | `nft`, with the sets below; elements lift themselves |
      | `waf_ip_set` | `aws wafv2 create-ip-set --cli-input-json`, with `Name`; empty where a WAF does not see the traffic |

      The sets, once (and likewise `deny6_…` of `ipv6_addr` with `ip6`):

      ```
      table inet weir {
        set deny4_in { type ipv4_addr; flags interval, timeout; }
        set deny4_out { type ipv4_addr; flags interval, timeout; }
        set deny4_in_ports { type ipv4_addr . inet_proto . inet_service; flags interval, timeout; }
        chain forward {
          type filter hook forward priority filter - 10;
          ip saddr @deny4_in drop
          ip daddr @deny4_out drop
          ip saddr . meta l4proto . th dport @deny4_in_ports drop
        }
      }
      ```
      """;

  private final StringBuilder out = new StringBuilder(HEAD);
  private final FindingOptions options = FindingOptions.of();
  private final List<OptionSpec> specs =
      new CommandLine(new FindingOptions()).getCommandSpec().options();

  private FindingsPage() {}

  /** The whole page. */
  static String render() {
    FindingsPage page = new FindingsPage();
    page.overview();
    page.out.append(
        RULES.formatted(
            (int) Severity.PER_TENFOLD,
            (int) Severity.MOST_BY_AMOUNT,
            Severity.PER_RARITY,
            (int) Severity.MOST_BY_SCORE,
            Severity.BY_REPUTATION));
    for (Level level : Level.values()) {
      page.out.append("| ").append(level.id()).append(" | ").append(level.from()).append(" |\n");
    }
    page.out.append(CONTROLS);
    page.options.all().forEach(page::finding);
    return page.out.toString();
  }

  private void overview() {
    out.append(
        "| finding | | kind | severity from | early | ATT&CK |\n|---|---|---|---|---|---|\n");
    for (Finding finding : options.all()) {
      Description about = finding.description();
      row(
          "[`" + about.id() + "`](#" + about.id() + ")",
          about.title(),
          kinds(about),
          about.baseSeverity() == 0 ? "" : String.valueOf(about.baseSeverity()),
          about.monotone() ? "yes" : "",
          about.techniques().text());
    }
  }

  private static String kinds(Description about) {
    return about.kinds().stream().map(Kind::id).collect(Collectors.joining(", "));
  }

  private void finding(Finding finding) {
    Description about = finding.description();
    out.append("\n## ").append(about.id()).append("\n\n**").append(about.title()).append(".** ");
    out.append(about.meaning()).append("\n\n");
    item("When", about.condition());
    item("Looks like", about.looksLike());
    item("What else looks like it", String.join("; ", about.falsePositives()) + ".");
    item("What to do", about.advice());
    item("ATT&CK", about.techniques().text() + ".");
    List<OptionSpec> own =
        specs.stream()
            .filter(spec -> spec.longestName().startsWith("--finding." + about.id() + '.'))
            .toList();
    if (!own.isEmpty()) {
      out.append("\n| option | default | |\n|---|---|---|\n");
      own.forEach(this::option);
    }
  }

  private void item(String head, String text) {
    out.append("- **").append(head).append("**: ").append(text).append('\n');
  }

  private void option(OptionSpec spec) {
    Matcher parts = DEFAULT.matcher(String.join(" ", spec.description()));
    if (!parts.matches()) {
      throw new AssertionError(spec.longestName() + " does not tell its default");
    }
    row("`" + spec.longestName() + "`", spec.defaultValue(), parts.group(1));
  }

  private void row(String... cells) {
    out.append(
        Arrays.stream(cells)
            .map(cell -> cell.replace("|", "\\|"))
            .collect(Collectors.joining(" | ", "| ", " |\n")));
  }
}
