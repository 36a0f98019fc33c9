package dev.keyway.emulator.internal.stytch.attribute;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The social providers of the consumer product, with their irregular spellings. */
public final class OAuthProviders {
  private static final Map<String, Spelling> SPELLINGS =
      Map.ofEntries(
          Map.entry("amazon", new Spelling("Amazon", "amazon")),
          Map.entry("apple", new Spelling("Apple", "apple")),
          Map.entry("bitbucket", new Spelling("Bitbucket", "bitbucket")),
          Map.entry("coinbase", new Spelling("Coinbase", "coinbase")),
          Map.entry("discord", new Spelling("Discord", "discord")),
          Map.entry("facebook", new Spelling("Facebook", "facebook")),
          Map.entry("figma", new Spelling("Figma", "figma")),
          Map.entry("github", new Spelling("GitHub", "github")),
          Map.entry("gitlab", new Spelling("GitLab", "git_lab")),
          Map.entry("google", new Spelling("Google", "google")),
          Map.entry("linkedin", new Spelling("LinkedIn", "linked_in")),
          Map.entry("microsoft", new Spelling("Microsoft", "microsoft")),
          Map.entry("salesforce", new Spelling("Salesforce", "salesforce")),
          Map.entry("slack", new Spelling("Slack", "slack")),
          Map.entry("snapchat", new Spelling("Snapchat", "snapchat")),
          Map.entry("tiktok", new Spelling("TikTok", "tik_tok")),
          Map.entry("twitch", new Spelling("Twitch", "twitch")),
          Map.entry("twitter", new Spelling("Twitter", "twitter")),
          Map.entry("yahoo", new Spelling("Yahoo", "yahoo")));

  private OAuthProviders() {}

  /**
   * How a provider is written.
   *
   * @param type in a user's list of providers
   * @param stem before {@code _oauth_factor} in a session's factor
   */
  public record Spelling(String type, String stem) {
    /** The name of the object inside a factor. */
    public String factorKey() {
      return stem + "_oauth_factor";
    }
  }

  /** All, by the name in their start URL. */
  public static Set<String> names() {
    return SPELLINGS.keySet();
  }

  /** How the provider of that name is written; empty for one that the service does not know. */
  public static Optional<Spelling> spelling(String name) {
    return Optional.ofNullable(SPELLINGS.get(name));
  }
}
