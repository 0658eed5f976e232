import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/**
 * Reads the reports of Surefire and Failsafe: counts by module, names every test that was skipped or failed, and fails if a
 * browser or container test was skipped or none ran. {@code java Reports.java BEGIN SUMMARY}: reports older than the file
 * BEGIN are left out, as they are of another run; the line of totals goes to the file SUMMARY.
 */
final class Reports {

    private static final Pattern REPORT = Pattern.compile(".*/target/(surefire|failsafe)-reports/TEST-.*\\.xml");

    /** What may be skipped on a developer's machine and never here, with the names of its test classes. */
    private static final Map<String, Pattern> REQUIRED = new TreeMap<>(Map.of(
            "browser", Pattern.compile(".*Browser(Test|IT)(\\$.*)?"),
            "container", Pattern.compile(".*Container(Test|IT)(\\$.*)?")));

    enum Outcome {
        PASSED,
        FAILED,
        SKIPPED
    }

    record TestCase(String module, String className, String name, Outcome outcome, String reason) {}

    public static void main(String[] arguments) throws Exception {
        var tests = testsSince(Files.getLastModifiedTime(Path.of(arguments[0])));
        printModules(tests);
        print(Outcome.SKIPPED, tests);
        print(Outcome.FAILED, tests);
        boolean complete = tests.stream().noneMatch(test -> test.outcome() == Outcome.FAILED) & requiredRan(tests);
        Files.writeString(Path.of(arguments[1]), totals(tests) + "\n");
        System.exit(complete ? 0 : 1);
    }

    private static List<TestCase> testsSince(FileTime begin) throws Exception {
        List<Path> reports;
        try (Stream<Path> files = Files.find(Path.of("."), 4, (file, attributes) -> REPORT.matcher(file.toString()).matches()
                && attributes.lastModifiedTime().compareTo(begin) >= 0)) {
            reports = files.sorted().toList();
        }
        var tests = new ArrayList<TestCase>();
        for (Path report : reports) {
            tests.addAll(tests(report));
        }
        return tests;
    }

    private static List<TestCase> tests(Path report) throws Exception {
        var parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        var cases = parser.parse(report.toFile()).getElementsByTagName("testcase");
        String module = report.getName(1).toString();
        return IntStream.range(0, cases.getLength())
                .mapToObj(i -> test(module, (Element) cases.item(i)))
                .toList();
    }

    private static TestCase test(String module, Element test) {
        String className = test.getAttribute("classname");
        String name = test.getAttribute("name");
        for (String element : List.of("failure", "error", "skipped")) {
            if (test.getElementsByTagName(element).item(0) instanceof Element found) {
                Outcome outcome = element.equals("skipped") ? Outcome.SKIPPED : Outcome.FAILED;
                return new TestCase(module, className, name, outcome, reason(found));
            }
        }
        return new TestCase(module, className, name, Outcome.PASSED, "");
    }

    /** The message; where Surefire gives none, as for an assumption that does not hold, the text up to the stack trace. */
    private static String reason(Element element) {
        String message = element.getAttribute("message");
        String reason = message.isEmpty() ? element.getTextContent().split("\n\\s+at ", 2)[0] : message;
        return reason.replaceFirst("^[\\w.$]+(Exception|Error): *", "").replaceAll("\\s+", " ").strip();
    }

    private static void printModules(List<TestCase> tests) {
        tests.stream()
                .collect(Collectors.groupingBy(TestCase::module, TreeMap::new, Collectors.toList()))
                .forEach((module, ofModule) -> System.out.printf("%-14s %s%n", module, totals(ofModule)));
    }

    private static void print(Outcome outcome, List<TestCase> tests) {
        tests.stream()
                .filter(test -> test.outcome() == outcome)
                .map(test -> "%s %s.%s: %s".formatted(
                        outcome, test.className(), test.name(), test.reason()))
                .forEach(System.out::println);
    }

    private static boolean requiredRan(List<TestCase> tests) {
        boolean allRan = true;
        for (var required : REQUIRED.entrySet()) {
            var ofKind = tests.stream()
                    .filter(test -> required.getValue().matcher(test.className()).matches())
                    .toList();
            System.out.printf("%s tests: %s%n", required.getKey(), totals(ofKind));
            if (ofKind.isEmpty() || count(Outcome.SKIPPED, ofKind) > 0) {
                System.out.printf("FAILED: %s tests must all run here%n", required.getKey());
                allRan = false;
            }
        }
        return allRan;
    }

    private static String totals(List<TestCase> tests) {
        return "%d passed, %d failed, %d skipped"
                .formatted(count(Outcome.PASSED, tests), count(Outcome.FAILED, tests), count(Outcome.SKIPPED, tests));
    }

    private static long count(Outcome outcome, List<TestCase> tests) {
        return tests.stream().filter(test -> test.outcome() == outcome).count();
    }
}
