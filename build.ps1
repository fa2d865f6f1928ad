#!/usr/bin/env pwsh
# Runs this repository's build program (build/_build.csproj) with the arguments given, after compiling it where something that it is made of has changed.
# The same as build.sh, for Windows PowerShell 5.1 and PowerShell 7; no param block, so that PowerShell binds none of the arguments itself.
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

$Root = $PSScriptRoot
$Project = Join-Path $Root 'build/_build.csproj'
$Program = Join-Path $Root 'build/bin/Debug/_build.dll'
$Temp = Join-Path $Root '.nuke/temp'
$State = Join-Path $Temp 'build-program-ps'
$Choice = Join-Path $Root 'build/standins/Choice/obj'

$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_NOLOGO = '1'
$env:NUKE_TELEMETRY_OPTOUT = '1'

. (Join-Path $Root 'build/bootstrap/dotnet.ps1')
. (Join-Path $Root 'build/bootstrap/fingerprint.ps1')

if (-not (Test-Current)) {
    . (Join-Path $Root 'build/bootstrap/compile.ps1')
    Build-Program
}

Use-Dotnet
exit (Invoke-Native $env:DOTNET_EXE (@($Program) + @($args)))
