@echo off
rem Starts Broadsheet with a Java of version 21 or newer: its own (runtime\), JAVA_HOME, the one on the path, or the newest that is installed.
rem   BROADSHEET_JAVA_OPTS  replaces the JVM's tuning
rem   BROADSHEET_NATIVE=off takes Java although the app was packed as machine code; "last" takes it if there is Java
rem Tried with the cmd.exe of Wine 10 and a stand-in for java.exe (see decision 30), not yet on Windows itself.
rem Meant to work: Windows 10 and 11 from cmd, PowerShell and other batch files (with call); folders with spaces,
rem   brackets, exclamation marks and ampersands; network folders (\\host\share); quotation marks around JAVA_HOME;
rem   arguments in quotation marks; Java's exit code.
rem Not supported: a folder of the app or of Java with %% or ^^ in its name, which call reads a second time; double
rem   quotation marks inside an argument; Java found only as a shim without a "release" file beside it (the installed
rem   ones are searched then). Letters outside the console's code page show as ? unless it is set: chcp 65001.
rem This file needs Windows line ends: with others cmd.exe can miss a label.
setlocal EnableExtensions DisableDelayedExpansion
set "app=%~dp0.."
if /i "%BROADSHEET_NATIVE%"=="off" goto :java
if /i "%BROADSHEET_NATIVE%"=="last" goto :java
if /i "%~1"=="deploy" goto :java
if /i "%~1"=="watch" goto :java
if not exist "%app%\lib\native\broadsheet.exe" goto :java
"%app%\lib\native\broadsheet.exe" "-Dbroadsheet.home=%app%" -Dbroadsheet.large=20000 %*
exit /b %ERRORLEVEL%

:java
set "java="
set "best=0"

call :look "%app%\runtime"
if defined java goto :run
set "given="
if defined JAVA_HOME set "given=%JAVA_HOME:"=%"
if defined given call :look "%given%"
if defined java goto :run
for /f "delims=" %%J in ('where java 2^>nul') do if not defined java call :look "%%~dpJ.."
if defined java goto :run
call :search "%ProgramFiles%\Java"
call :search "%ProgramFiles%\Eclipse Adoptium"
call :search "%ProgramFiles%\Microsoft"
call :search "%ProgramFiles%\Zulu"
call :search "%ProgramFiles%\Amazon Corretto"
call :search "%USERPROFILE%\.jdks"
if defined java goto :run
if /i not "%BROADSHEET_NATIVE%"=="last" goto :none
if /i "%~1"=="deploy" goto :none
if /i "%~1"=="watch" goto :none
if not exist "%app%\lib\native\broadsheet.exe" goto :none
"%app%\lib\native\broadsheet.exe" "-Dbroadsheet.home=%app%" %*
exit /b %ERRORLEVEL%

:none
echo broadsheet: no Java 21 or newer was found. Install one (https://adoptium.net) or set JAVA_HOME. 1>&2
exit /b 70

:run
set "classes=%app%\lib\*"
if /i "%~1"=="deploy" set "classes=%app%\lib\*;%app%\lib\deploy\*"
if /i "%~1"=="watch" set "classes=%app%\lib\*;%app%\lib\deploy\*"
if not defined BROADSHEET_JAVA_OPTS set "BROADSHEET_JAVA_OPTS=-XX:+UseParallelGC -Xmn96m -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=128m -Dbroadsheet.large=20000"
"%java%\bin\java.exe" %BROADSHEET_JAVA_OPTS% -Djdk.reflect.useNativeAccessorOnly=true --enable-native-access=ALL-UNNAMED -XX:-UsePerfData "-Dbroadsheet.home=%app%" -cp "%classes%" press.broadsheet.cli.Main %*
exit /b %ERRORLEVEL%

rem Looks at each folder of a folder.
:search
if not exist "%~1\" exit /b
pushd "%~1"
for /d %%D in (*) do call :look "%~1\%%D"
popd
exit /b

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
