package dev.keyway.browser;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.Quotes;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

/**
 * A Chromium without a window, with a profile of its own. Things on its pages are found as a person
 * finds them: by what a button says, and by what a screen reader calls a field.
 */
final class Chromium implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofMinutes(5);
  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final List<String> DRIVERS = List.of("chromedriver");

  private final ChromeDriver driver;

  private Chromium(ChromeDriver driver) {
    this.driver = driver;
  }

  /** What this machine lacks. */
  static Optional<String> missing() {
    return Stream.of(BROWSERS, DRIVERS)
        .filter(names -> onPath(names).isEmpty())
        .findFirst()
        .map(names -> "There is no " + String.join(" or ", names) + " on the PATH");
  }

  private static Optional<Path> onPath(List<String> names) {
    List<String> folders =
        List.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator));
    return names.stream()
        .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts one. The driver gives it a fresh profile, which goes when it is closed. */
  static Chromium start() {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(onPath(BROWSERS).orElseThrow().toFile());
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
        "--hide-scrollbars",
        "--window-size=1280,900",
        // Whatever it still wants to call: nothing but this machine has a name, and one foreign
        // site, whose DNS leads here.
        "--host-resolver-rules=MAP evil.test 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE localhost,"
            + " EXCLUDE 127.0.0.1");
    // Named, so that Selenium does not go and look for one.
    System.setProperty("webdriver.chrome.driver", onPath(DRIVERS).orElseThrow().toString());
    ChromeDriver driver = new ChromeDriver(options);
    driver.manage().timeouts().scriptTimeout(TIMEOUT);
    return new Chromium(driver);
  }

  /**
   * Opens a page, and leaves what the page before it complained of, or is about to: it may still
   * ask for a world that another test has closed.
   */
  void openAfresh(URI address) {
    driver.get("about:blank");
    complaints();
    open(address);
  }

  void open(URI address) {
    driver.get(address.toString());
  }

  URI address() {
    return URI.create(driver.getCurrentUrl());
  }

  /** The page's first heading. */
  String heading() {
    return await("h1");
  }

  /** All that can be read on the page, in one line. */
  String text() {
    return driver.findElement(By.tagName("body")).getText().replaceAll("\\s+", " ");
  }

  /** Presses the button, or follows the link, that says this, and waits for the next page. */
  void press(String words) {
    WebElement page = driver.findElement(By.tagName("html"));
    click(words);
    timeout().until(unused -> isGone(page));
    timeout()
        .ignoring(WebDriverException.class)
        .until(next -> "complete".equals(run("return document.readyState")));
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
    return named("input:not([type=hidden]), select, textarea", name);
  }

  /** The element of that kind that assistive technology announces by that name. */
  WebElement named(String css, String name) {
    return all(css).stream()
        .filter(element -> name.equals(element.getAccessibleName()))
        .findFirst()
        .orElseThrow(() -> notHere(css + " " + name));
  }

  /** Presses a key. */
  void press(Keys key) {
    new Actions(driver).sendKeys(key).perform();
  }

  /** What has the focus. */
  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  /** Runs a script of the test's own, whatever the page allows, and gives what it returns. */
  @Nullable Object run(String script) {
    return driver.executeScript(script);
  }

  /** Runs a script as the page's own, and gives what its promise becomes, or the failure's name. */
  String promised(String promise) {
    return String.valueOf(
        driver.executeAsyncScript(
            "(" + promise + ").then(arguments[0], failure => arguments[0](failure.name))"));
  }

  /** Lets pages use the clipboard without asking. */
  void grantClipboard() {
    List<String> both = List.of("clipboardReadWrite", "clipboardSanitizedWrite");
    command("Browser.grantPermissions", Map.of("permissions", both));
  }

  /** What was copied last. */
  String clipboard() {
    Object text = driver.executeAsyncScript("navigator.clipboard.readText().then(arguments[0])");
    return String.valueOf(text);
  }

  /** The page from top to bottom, as PNG. */
  byte[] picture() {
    Map<String, Object> all = Map.of("format", "png", "captureBeyondViewport", true);
    return Base64.getDecoder().decode((String) command("Page.captureScreenshot", all).get("data"));
  }

  /** What was written to the console since somebody asked last: refused scripts, lost files. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /** Waits until something is written there. */
  String await(String css) {
    return timeout()
        .ignoring(WebDriverException.class)
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

  /** Makes the window's inside that large. */
  void size(int width, int height) {
    command(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** What the person's system prefers: "light" or "dark". */
  void colours(String scheme) {
    command(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", scheme),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
  }

  /** A command of the DevTools protocol. */
  Map<String, Object> command(String name, Map<String, Object> parameters) {
    return driver.executeCdpCommand(name, parameters);
  }

  @Override
  public void close() {
    driver.quit();
  }

  /** While one page takes another's place, the driver has more names for it than "stale". */
  private static boolean isGone(WebElement element) {
    try {
      element.isEnabled();
      return false;
    } catch (WebDriverException e) {
      return e instanceof StaleElementReferenceException
          || String.valueOf(e.getMessage()).contains("does not belong to the document");
    }
  }

  private WebDriverWait timeout() {
    return new WebDriverWait(driver, TIMEOUT, Duration.ofMillis(20));
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
