@echo off
rem Starts Broadsheet with a Java of version 21 or newer: JAVA_HOME, the one on the path, or the newest that is installed.
rem   BROADSHEET_JAVA_OPTS  replaces the JVM's tuning
setlocal EnableExtensions DisableDelayedExpansion
set "app=%~dp0.."
set "java="
set "best=0"

if defined JAVA_HOME call :look "%JAVA_HOME%"
if defined java goto :run
for /f "delims=" %%J in ('where java 2^>nul') do if not defined java call :look "%%~dpJ.."
if defined java goto :run
for /d %%D in ("%ProgramFiles%\Java\*" "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\Amazon Corretto\*" "%USERPROFILE%\.jdks\*") do call :look "%%~D"
if defined java goto :run
echo broadsheet: no Java 21 or newer was found. Install one (https://adoptium.net) or set JAVA_HOME. 1>&2
exit /b 70

:run
if not defined BROADSHEET_JAVA_OPTS set "BROADSHEET_JAVA_OPTS=-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
"%java%\bin\java.exe" %BROADSHEET_JAVA_OPTS% -XX:-UsePerfData "-Dbroadsheet.home=%app%" -cp "%app%\lib\*" press.broadsheet.cli.Main %*
exit /b %ERRORLEVEL%

rem Takes a Java home if its release file says that it is newer than the best so far.
:look
if not exist "%~1\release" exit /b
if not exist "%~1\bin\java.exe" exit /b
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do for /f "delims=." %%F in (%%V) do call :compare "%~1" %%~F
exit /b

:compare
if %2 LSS 21 exit /b
if %2 LEQ %best% exit /b
set "best=%2"
set "java=%~1"
exit /b
