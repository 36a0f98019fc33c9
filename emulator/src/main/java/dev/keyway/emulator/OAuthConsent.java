package dev.keyway.emulator;

import java.util.List;

/**
 * The people at the social providers of one world. A browser that comes to a provider finds a page
 * with a picker; a test without a browser decides beforehand. Safe for use by several threads.
 */
public interface OAuthConsent {
  /**
   * Decides the next authorization that comes, whichever provider it is for: the browser is sent
   * back at once and sees no page. Several decisions are used in order, each once.
   */
  void next(OAuthDecision decision);

  /** The decisions that were made beforehand and not used yet, the next one first: a snapshot. */
  List<OAuthDecision> pending();

  /** Adds an account to the picker. */
  void addAccount(SocialAccount account);

  /** The accounts in the picker, oldest first: those added, and those that agreed before. */
  List<SocialAccount> accounts();

  /** Forgets decisions and accounts. */
  void clear();
}
