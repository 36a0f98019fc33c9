package dev.keyway.browser;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Quotes;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

/**
 * A Chromium without a window, with a profile of its own. Things on its pages are found as a person
 * finds them: by what a button says, and by what a screen reader calls a field.
 */
final class Chromium implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final List<Path> BROWSERS =
      List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/google-chrome"));
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  private final ChromeDriver driver;

  private Chromium(ChromeDriver driver) {
    this.driver = driver;
  }

  /** What this machine lacks. */
  static Optional<String> missing() {
    return Stream.of(browser().map(Path::toString).orElse("no Chromium"), DRIVER.toString())
        .filter(file -> !Files.isExecutable(Path.of(file)))
        .findFirst()
        .map(file -> "This machine has no Chromium with its driver: " + file);
  }

  private static Optional<Path> browser() {
    return BROWSERS.stream().filter(Files::isExecutable).findFirst();
  }

  /** Starts one. The driver gives it a fresh profile, which goes when it is closed. */
  static Chromium start() {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser().orElseThrow().toFile());
    options.addArguments(
        "--headless=new",
        // Chromium's sandbox refuses to run as root, which is what containers are.
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-default-apps",
        "--disable-extensions",
        "--disable-sync",
        "--no-proxy-server",
        "--window-size=1280,900",
        // Whatever it still wants to call: nothing but this machine has a name.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1");
    // Named, so that Selenium does not go and look for one.
    System.setProperty("webdriver.chrome.driver", DRIVER.toString());
    return new Chromium(new ChromeDriver(options));
  }

  void open(URI address) {
    driver.get(address.toString());
  }

  URI address() {
    return URI.create(driver.getCurrentUrl());
  }

  /** The page's first heading. */
  String heading() {
    return driver.findElement(By.tagName("h1")).getText();
  }

  /** All that can be read on the page, in one line. */
  String text() {
    return driver.findElement(By.tagName("body")).getText().replaceAll("\\s+", " ");
  }

  /** Presses the button, or follows the link, that says this, and waits for the next page. */
  void press(String words) {
    WebElement page = driver.findElement(By.tagName("html"));
    click(words);
    patience().until(ExpectedConditions.stalenessOf(page));
  }

  /** Presses what leads to no other page. */
  void click(String words) {
    String says = "[normalize-space()=" + Quotes.escape(words) + "]";
    find(By.xpath("//button" + says + "|//a" + says + "|//summary" + says), words).click();
  }

  /** Types into the field of that name, in place of what it holds. */
  void type(String field, String value) {
    WebElement element = field(field);
    element.clear();
    element.sendKeys(value);
  }

  /** The field that assistive technology announces by that name. */
  WebElement field(String name) {
    return all("input:not([type=hidden]), select, textarea").stream()
        .filter(field -> name.equals(field.getAccessibleName()))
        .findFirst()
        .orElseThrow(() -> notHere("field " + name));
  }

  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /** Waits until a script has written something there. */
  String await(String css) {
    return patience()
        .until(
            page -> {
              String text = page.findElement(By.cssSelector(css)).getText();
              return text.isEmpty() ? null : text;
            });
  }

  /** From now on it is another person's browser, for all that a site can see. */
  void forget() {
    command("Network.clearBrowserCookies", Map.of());
  }

  /** Switches JavaScript on or off, from the next page on. */
  void scripts(boolean run) {
    command("Emulation.setScriptExecutionDisabled", Map.of("value", !run));
  }

  /** Gives it a passkey authenticator of its own, whose owner always agrees. */
  VirtualAuthenticator authenticator() {
    return driver.addVirtualAuthenticator(
        new VirtualAuthenticatorOptions()
            .setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2)
            .setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
            .setHasResidentKey(true)
            .setHasUserVerification(true)
            .setIsUserVerified(true));
  }

  void remove(VirtualAuthenticator authenticator) {
    driver.removeVirtualAuthenticator(authenticator);
  }

  /** A command of the DevTools protocol. */
  Map<String, Object> command(String name, Map<String, Object> parameters) {
    return driver.executeCdpCommand(name, parameters);
  }

  @Override
  public void close() {
    driver.quit();
  }

  private WebDriverWait patience() {
    return new WebDriverWait(driver, PATIENCE, Duration.ofMillis(20));
  }

  private WebElement find(By by, String words) {
    return driver.findElements(by).stream()
        .filter(WebElement::isDisplayed)
        .findFirst()
        .orElseThrow(() -> notHere("button or link " + words));
  }

  private NoSuchElementException notHere(String what) {
    return new NoSuchElementException(
        "No " + what + " on " + driver.getCurrentUrl() + ", which reads:\n" + text());
  }
}
