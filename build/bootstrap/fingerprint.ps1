# What the build program is made of, as text: each file by name, size and time of its last change; an added or deleted one changes the list itself.

function Format-File($Files) {
    $Files | Where-Object { $_ } | ForEach-Object { '{0} {1} {2}' -f $_.FullName, $_.Length, $_.LastWriteTimeUtc.Ticks }
}

function Get-Files([string[]] $Paths, [switch] $Recurse, [string] $Filter = '*') {
    foreach ($path in $Paths) {
        if (Test-Path -LiteralPath $path) { Get-ChildItem -LiteralPath $path -File -Force -Recurse:$Recurse -Filter $Filter -ErrorAction SilentlyContinue }
    }
}

# As the caller has them: Use-Dotnet changes PATH and DOTNET_ROOT.
$Surroundings = @(
    (Get-Command dotnet -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1 -ExpandProperty Path),
    $env:DOTNET_ROOT, $env:NUGET_PACKAGES, $env:RestoreSources, [Environment]::GetFolderPath('UserProfile')
) -join ' '

function Get-Inputs {
    $Surroundings
    $sources = Get-Files (Join-Path $Root 'build'), (Join-Path $Root 'src') -Recurse
    Format-File ($sources | Where-Object { $_.FullName.Substring($Root.Length) -notmatch '[\\/](bin|obj|node_modules)[\\/]|[\\/]standins[\\/]feed[\\/]' })
    $own = '^(Directory\..*|global\.json|nuget\.config|\.editorconfig|build\.ps1)$'
    Format-File (Get-Files $Root | Where-Object { $_.Name -match $own })
    # The machine's and the user's package sources, and those of the folders above.
    $configs = @(Join-Path ([Environment]::GetFolderPath('ApplicationData')) 'NuGet')
    $configs += Join-Path ([Environment]::GetFolderPath('UserProfile')) '.nuget/NuGet'
    if (${env:ProgramFiles(x86)}) { $configs += Join-Path ${env:ProgramFiles(x86)} 'NuGet/Config' }
    Format-File (Get-Files $configs -Recurse)
    $folder = Split-Path $Root -Parent
    while ($folder) {
        Format-File (Get-Files $folder -Filter 'nuget.config')
        $folder = Split-Path $folder -Parent
    }
}

# What a compilation leaves or reads: NuGet's decisions, and what the folders among the package sources offer.
function Get-Outputs {
    if (Test-Path $Program) { 'program' }
    $projects = @(Join-Path $Root 'build') + @(Get-ChildItem (Join-Path $Root 'src') -Directory | ForEach-Object { $_.FullName })
    Format-File (Get-Files ($projects | ForEach-Object { Join-Path $_ 'obj' }) -Filter 'project.assets.json')
    Format-File (Get-Files $Choice -Filter 'choice.txt')
    Format-File (Get-Files (Join-Path $Root 'build/standins/feed') -Filter '*.nupkg')
    $list = Join-Path $State 'sources'
    if (Test-Path $list) { Format-File (Get-Files ([System.IO.File]::ReadAllLines($list)) -Recurse -Filter '*.nupkg') }
    # A server takes too long to ask: while a stand-in is in use, it is asked again each day.
    $record = Join-Path $Choice 'choice.txt'
    if ((Test-Path $record) -and [System.IO.File]::ReadAllText($record).Contains('-standin.')) { [DateTime]::Today.ToString('yyyy-MM-dd') }
}

function Test-Current {
    $fingerprint = Join-Path $State 'fingerprint'
    $dotnet = Join-Path $State 'dotnet'
    if (-not (Test-Path $fingerprint) -or -not (Test-Path $dotnet)) { return $false }
    if (-not (Test-Path ([System.IO.File]::ReadAllText($dotnet).Trim()))) { return $false }
    $now = (@(Get-Inputs) + @(Get-Outputs)) -join "`n"
    return $now -ceq [System.IO.File]::ReadAllText($fingerprint)
}
