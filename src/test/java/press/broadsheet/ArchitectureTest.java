package press.broadsheet;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/** The floor plan, as rules. Their reasons stand in {@code src/docs/architecture.md}. */
@AnalyzeClasses(packages = "press.broadsheet", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "press.broadsheet.";
    private static final Set<Class<?>> SHOWN = Set.of(
            String.class, Integer.class, Long.class, Double.class, Boolean.class, List.class, Map.class, Instant.class);
    private static final Set<String> DRAWERS = Set.of("Util", "Utils", "Helper", "Manager", "Impl", "Info");

    @ArchTest
    static final ArchRule packagesAreFreeOfCircles =
            slices().matching("press.broadsheet.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule makersDoNotKnowTheirSiblings =
            slices().matching("press.broadsheet.make.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule everyArrowRunsDownward = Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("cli")
            .definedBy(ROOT + "cli..")
            .layer("serve")
            .definedBy(ROOT + "serve..")
            .layer("build")
            .definedBy(ROOT + "build..")
            .layer("make")
            .definedBy(ROOT + "make..")
            .layer("view")
            .definedBy(ROOT + "view..")
            .layer("plan")
            .definedBy(ROOT + "plan..")
            .layer("desk")
            .definedBy(ROOT + "desk..")
            .layer("cache")
            .definedBy(ROOT + "cache..")
            .layer("read")
            .definedBy(ROOT + "read..")
            .layer("markdown")
            .definedBy(ROOT + "markdown..")
            .layer("edition")
            .definedBy(ROOT + "edition..")
            .layer("publish")
            .definedBy(ROOT + "publish..")
            .layer("check")
            .definedBy(ROOT + "check..")
            .layer("files")
            .definedBy(ROOT + "files..")
            .layer("news")
            .definedBy(ROOT + "news..")
            .layer("text")
            .definedBy(ROOT + "text..")
            .layer("problem")
            .definedBy(ROOT + "problem..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("serve")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("build")
            .mayOnlyBeAccessedByLayers("serve", "cli")
            .whereLayer("make")
            .mayOnlyBeAccessedByLayers("build")
            .whereLayer("view")
            .mayOnlyBeAccessedByLayers("make", "build")
            .whereLayer("plan")
            .mayOnlyBeAccessedByLayers("make", "view", "build", "cli")
            .whereLayer("desk")
            .mayOnlyBeAccessedByLayers("make", "view", "cache", "build")
            .whereLayer("cache")
            .mayOnlyBeAccessedByLayers("build")
            .whereLayer("read")
            .mayOnlyBeAccessedByLayers("build", "cli")
            .whereLayer("markdown")
            .mayOnlyBeAccessedByLayers("build", "cli")
            .whereLayer("edition")
            .mayOnlyBeAccessedByLayers("plan", "desk", "view", "make", "build")
            .whereLayer("check")
            .mayOnlyBeAccessedByLayers("build", "cli")
            .whereLayer("publish")
            .mayOnlyBeAccessedByLayers("build", "cli")
            .whereLayer("files")
            .mayOnlyBeAccessedByLayers("plan", "cache", "make", "publish", "build", "serve", "cli")
            .whereLayer("problem")
            .mayNotAccessAnyLayer()
            .whereLayer("text")
            .mayNotAccessAnyLayer();

    @ArchTest
    static final ArchRule flexmarkIsKnownToMarkdownOnly = only("com.vladsch..", "markdown..");

    @ArchTest
    static final ArchRule pebbleIsKnownToPagesOnly = only("io.pebbletemplates..", "make.page..");

    @ArchTest
    static final ArchRule yamlIsKnownToReadOnly = only("org.snakeyaml..", "read..");

    @ArchTest
    static final ArchRule picocliIsKnownToTheCommandOnly = only("picocli..", "cli..");

    /** Not in the app: a class that needs it is for the packing of machine code alone. */
    @ArchTest
    static final ArchRule nativeImageIsKnownToItsFeatureOnly = noClasses()
            .that()
            .doNotHaveSimpleName("ReachedByName")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.graalvm..");

    @ArchTest
    static final ArchRule theServerIsKnownToThePreviewOnly = only("com.sun.net.httpserver..", "serve..");

    @ArchTest
    static final ArchRule imageLibrariesAreKnownToNobodyYet = noClasses()
            .that(not(resideInAPackage(ROOT + "make.image..")))
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.awt..", "javax.imageio.."));

    @ArchTest
    static final ArchRule pureFloorsTouchNoFileNoClockNoThread = noClasses()
            .that(resideInAnyPackage(
                    ROOT + "news..",
                    ROOT + "edition..",
                    ROOT + "plan..",
                    ROOT + "view..",
                    ROOT + "check..",
                    ROOT + "problem..",
                    ROOT + "text.."))
            .should()
            .dependOnClassesThat(new com.tngtech.archunit.base.DescribedPredicate<JavaClass>("files or threads") {
                @Override
                public boolean test(JavaClass type) {
                    return type.isEquivalentTo(Files.class)
                            || type.isEquivalentTo(Clock.class)
                            || type.isEquivalentTo(Thread.class)
                            || type.isAssignableTo(Executor.class);
                }
            });

    @ArchTest
    static final ArchRule nobodyAsksTheClockButTheCommand = noClasses()
            .that(not(resideInAnyPackage(ROOT + "cli..")))
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule targetsKnowNoNews = noClasses()
            .that()
            .resideInAPackage(ROOT + "publish..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    ROOT + "news..",
                    ROOT + "read..",
                    ROOT + "markdown..",
                    ROOT + "edition..",
                    ROOT + "plan..",
                    ROOT + "desk..",
                    ROOT + "view..",
                    ROOT + "cache..",
                    ROOT + "make..",
                    ROOT + "check..",
                    ROOT + "build..",
                    ROOT + "serve..",
                    ROOT + "cli.."));

    /** A check knows values only: whoever reads the paper a second time cannot change it. */
    @ArchTest
    static final ArchRule rulesKnowValuesOnly = noClasses()
            .that()
            .resideInAPackage(ROOT + "check..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    ROOT + "files..",
                    ROOT + "read..",
                    ROOT + "markdown..",
                    ROOT + "edition..",
                    ROOT + "plan..",
                    ROOT + "desk..",
                    ROOT + "view..",
                    ROOT + "make.."));

    @ArchTest
    static final ArchRule targetsDoNotKnowTheirSiblings = slices().matching("press.broadsheet.publish.(*)..")
            .should()
            .notDependOnEachOther()
            // No target: logging in, which two of them need.
            .ignoreDependency(resideInAPackage(ROOT + "publish.."), resideInAPackage(ROOT + "publish.ssh.."));

    @ArchTest
    static final ArchRule jgitIsKnownToTheGitTargetOnly = only("org.eclipse.jgit..", "publish.git..");

    @ArchTest
    static final ArchRule theSignerIsKnownToTheStoreTargetOnly = only("software.amazon.awssdk..", "publish.s3..");

    @ArchTest
    static final ArchRule sshIsKnownToItsTargetsOnly = noClasses()
            .that(not(resideInAnyPackage(ROOT + "publish.ssh..", ROOT + "publish.sftp..", ROOT + "publish.git..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.sshd..");

    /** Pages are made by the workers; files are sent in lanes. */
    @ArchTest
    static final ArchRule threadsLiveWithTheWorkers = noClasses()
            .that(not(resideInAnyPackage(ROOT + "build..", ROOT + "serve..", ROOT + "publish..")))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Executor.class);

    /** A thread of one's own waits for something outside: a watcher, a lock that is held elsewhere, the end of the process. */
    @ArchTest
    static final ArchRule nobodyElseMakesThreads = noClasses()
            .that(not(resideInAnyPackage(ROOT + "serve..", ROOT + "publish..", ROOT + "cli..")))
            .and(not(nameMatching(".*\\.build\\.Workers(\\$.*)?")))
            .should()
            .callConstructorWhere(target(owner(assignableTo(Thread.class))));

    @ArchTest
    static final ArchRule standardOutputIsTheCommands = noClasses()
            .that(not(resideInAPackage(ROOT + "cli..")))
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule nothingStaticChanges = fields().that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat()
            .areNotEnums()
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule nothingChangesTheMachine = noClasses()
            .should()
            .callMethod(Locale.class, "setDefault", Locale.class)
            .orShould()
            .callMethod(Locale.class, "setDefault", Locale.Category.class, Locale.class)
            .orShould()
            .callMethod(TimeZone.class, "setDefault", TimeZone.class)
            .orShould()
            .callMethod(System.class, "setProperties", Properties.class)
            .orShould()
            .callMethod(System.class, "setProperty", String.class, String.class);

    @ArchTest
    static final ArchRule newsIsRecordsEnumsAndSealedInterfaces = classes()
            .that()
            .resideInAPackage(ROOT + "news..")
            .and()
            .areNotInterfaces()
            .and()
            .haveSimpleNameNotEndingWith("package-info")
            .should(new ArchCondition<>("be records or enums") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (!type.isRecord() && !type.isEnum()) {
                        events.add(SimpleConditionEvent.violated(type, type.getName() + " is a class"));
                    }
                }
            });

    @ArchTest
    static final ArchRule viewsShowTextNumbersListsAndViewsOnly = fields().that()
            .areDeclaredInClassesThat()
            .resideInAPackage(ROOT + "view..")
            .and()
            .areDeclaredInClassesThat(new com.tngtech.archunit.base.DescribedPredicate<JavaClass>("view records") {
                @Override
                public boolean test(JavaClass type) {
                    return type.isRecord() && type.getSimpleName().endsWith("View");
                }
            })
            .and()
            .areNotStatic()
            .should()
            .haveRawType(
                    new com.tngtech.archunit.base.DescribedPredicate<JavaClass>(
                            "text, numbers, booleans, lists or views") {
                        @Override
                        public boolean test(JavaClass type) {
                            return type.isPrimitive()
                                    || type.getSimpleName().equals("OnDemand")
                                    || SHOWN.stream().anyMatch(type::isEquivalentTo)
                                    || (type.isRecord() && type.getPackageName().startsWith(ROOT + "view"));
                        }
                    })
            .andShould(new ArchCondition<>("hold nothing else in their lists") {
                @Override
                public void check(JavaField field, ConditionEvents events) {
                    boolean strange = field.getType().getAllInvolvedRawTypes().stream()
                            .anyMatch(type -> type.isEquivalentTo(Optional.class)
                                    || (type.getPackageName().startsWith(ROOT)
                                            && !type.getPackageName().startsWith(ROOT + "view")));
                    if (strange) {
                        events.add(SimpleConditionEvent.violated(field, field.getFullName() + " holds no view"));
                    }
                }
            });

    @ArchTest
    static final ArchRule theEditionIsKnownToPlanDeskAndBuildOnly = noClasses()
            .that(not(resideInAnyPackage(ROOT + "edition..", ROOT + "plan..", ROOT + "desk..", ROOT + "build..")))
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName(ROOT + "edition.Edition");

    /** What a text gave is kept until its stylebook changes: nothing else of the settings may reach those who read it. */
    @ArchTest
    static final ArchRule textsAreReadByTheStylebookAlone = noClasses()
            .that(resideInAnyPackage(ROOT + "read..", ROOT + "markdown.."))
            .and()
            .haveSimpleNameNotStartingWith("SiteReader")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName(ROOT + "news.Site")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName(ROOT + "news.Site$EditionSettings");

    /** Whoever had the settings whole would depend on all of them. */
    @ArchTest
    static final ArchRule pagesAskForTheSettingsPartByPart = noClasses()
            .that(resideInAnyPackage(ROOT + "view..", ROOT + "make.."))
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName(ROOT + "news.Site")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName(ROOT + "news.Site$EditionSettings");

    /** A line more above it in its file is no reason to make an output again, so its place is no part of it. */
    @ArchTest
    static final ArchRule makersDoNotAskWhereAnOutputIsDeclared = noClasses()
            .that(resideInAnyPackage(ROOT + "view..", ROOT + "make.."))
            .should()
            .callMethodWhere(new com.tngtech.archunit.base.DescribedPredicate<JavaMethodCall>("an output's place") {
                @Override
                public boolean test(JavaMethodCall call) {
                    return call.getName().equals("place")
                            && call.getTargetOwner().isAssignableTo(press.broadsheet.plan.Output.class);
                }
            });

    /** The preview knows the build, and of the floors below it only what is wrong, how text is written, and folders. */
    @ArchTest
    static final ArchRule thePreviewKnowsNoStage = noClasses()
            .that()
            .resideInAPackage(ROOT + "serve..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    ROOT + "news..",
                    ROOT + "read..",
                    ROOT + "markdown..",
                    ROOT + "edition..",
                    ROOT + "plan..",
                    ROOT + "desk..",
                    ROOT + "view..",
                    ROOT + "cache..",
                    ROOT + "make..",
                    ROOT + "check..",
                    ROOT + "publish.."));

    /** What is told through a door or in a plan is a value: an interface there has all its kinds beside it, or is one question. */
    @ArchTest
    static final ArchRule interfacesOfTheNewsAreSealedOrOneQuestion = classes()
            .that()
            .resideInAPackage(ROOT + "news..")
            .and()
            .areInterfaces()
            .and()
            .haveSimpleNameNotEndingWith("package-info")
            .should(new ArchCondition<>("be sealed, or have one method") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean oneQuestion = type.getMethods().stream()
                                    .filter(method -> method.getModifiers().contains(JavaModifier.ABSTRACT))
                                    .count()
                            == 1;
                    if (!type.reflect().isSealed() && !oneQuestion) {
                        events.add(SimpleConditionEvent.violated(type, type.getName() + " may be anything"));
                    }
                }
            });

    @ArchTest
    static final ArchRule whatIsCalledAViewIsARecord = classes()
            .that()
            .resideInAPackage(ROOT + "view..")
            .and()
            .haveSimpleNameEndingWith("View")
            .should()
            .beRecords();

    /** What all builds of a process would share, and change. Room that a thread keeps to write in is its own. */
    @ArchTest
    static final ArchRule nothingStaticHoldsWhatChanges = fields().that()
            .areStatic()
            .should(new ArchCondition<>("hold nothing that is made to be changed") {
                @Override
                public void check(JavaField field, ConditionEvents events) {
                    JavaClass type = field.getRawType();
                    boolean changes = type.isAssignableTo(ConcurrentMap.class)
                            || type.getPackageName().equals("java.util.concurrent.atomic")
                            || type.isAssignableTo(StringBuilder.class);
                    if (changes) {
                        events.add(SimpleConditionEvent.violated(field, field.getFullName() + " may change"));
                    }
                }
            });

    @ArchTest
    static final ArchRule everyPackageSaysWhatItIsAndWhereNothingMayBeNull = classes()
            .should(new ArchCondition<>("be in a package with a package-info that is @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                        events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " is not @NullMarked"));
                    }
                }
            });

    /** Of the sources: a class file has no sentences. */
    @ArchTest
    static void everyPublicTypeAndEveryPackageHasASentence(JavaClasses types) throws IOException {
        var silent = new TreeSet<String>();
        for (JavaClass type : types) {
            boolean isPackage = type.getSimpleName().equals("package-info");
            if (isPackage || (type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))) {
                String source =
                        Files.readString(Path.of("src/main/java", type.getName().replace('.', '/') + ".java"));
                String kind = isPackage
                        ? "(?:@NullMarked\\s+)?package "
                        : "(?:@(?:(?!/\\*\\*)[\\s\\S])*?)?public (?:(?:final|abstract|sealed|non-sealed) )*(?:class|interface|record|enum|@interface) "
                                + type.getSimpleName() + "\\b";
                if (!Pattern.compile("\\*/\\s*" + kind).matcher(source).find()) {
                    silent.add(type.getName());
                }
            }
        }
        assertEquals(Set.of(), silent);
    }

    @ArchTest
    static final ArchRule namesAreNotDrawers = classes().should(new ArchCondition<>("have a name of their own") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            String name = type.getSimpleName();
            String home = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
            boolean drawer = DRAWERS.stream().anyMatch(name::endsWith) && !name.equals("package-info");
            // A maker is named after what it makes, a target after what it is, and so are their packages.
            boolean repeats = !home.equals("build")
                    && !name.endsWith("Maker")
                    && !name.endsWith("Target")
                    && type.isTopLevelClass()
                    && name.length() > home.length()
                    && name.toLowerCase(Locale.ROOT).startsWith(home)
                    && Character.isUpperCase(name.charAt(home.length()));
            if (drawer || repeats) {
                events.add(SimpleConditionEvent.violated(type, type.getName() + " is a drawer or repeats its package"));
            }
        }
    });

    private static ArchRule only(String library, String home) {
        return noClasses()
                .that(not(resideInAPackage(ROOT + home)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }
}
